package app.parley.cli.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the REST side in the name of the user who is signed in, with its problems. */
public record Caller(ParleyApi api, Session session) {

    /** What is there, as a {@code type}. */
    public <T> T get(String path, Class<T> type) {
        return api.get(path, session.token(), type);
    }

    /** Has something done. Gives back what the server says of it, if it says anything. */
    public <T> Optional<T> send(String method, String path, @Nullable Object body, Class<T> type) {
        return api.send(method, path, session.token(), body, type);
    }
}

package app.parley.cli.session;

import app.parley.cli.home.Home;
import app.parley.cli.home.JsonFile;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gets a session: the one this device has, or a new one by password, with a new account if the user wants one. */
public final class SignIn {

    private static final int UNAUTHORIZED = 401;

    private final ParleyApi api;
    private final JsonFile<StoredSession> file;
    private final Questions questions;
    private final String deviceName;

    public SignIn(ParleyApi api, Home home, Questions questions, String deviceName) {
        this.api = api;
        this.file = home.file("session.json", StoredSession.class);
        this.questions = questions;
        this.deviceName = deviceName;
    }

    /** What only the user can say. */
    public interface Questions {

        /** The password, or nothing if nobody is there to be asked. */
        Optional<String> password(String prompt);

        boolean confirm(String question);
    }

    /** Whoever wanted to sign in could not. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * @param given the password, if it was given beforehand
     * @throws Refused if there is no session to be had
     */
    public Session signIn(String handle, @Nullable String given) {
        Optional<StoredSession> stored = file.read();
        Optional<Session> kept = stored.filter(session -> session.refreshToken() != null)
                .map(session -> new Session(api, file, session));
        if (kept.isPresent() && stillGood(kept.get())) {
            return kept.get();
        }
        String password = given != null
                ? given
                : questions
                        .password("Password for " + handle + ": ")
                        .orElseThrow(() -> new Refused("A password is needed: --password, or PARLEY_PASSWORD."));
        return logIn(
                handle,
                password,
                given != null,
                stored.map(StoredSession::device).orElse(null));
    }

    private boolean stillGood(Session session) {
        try {
            session.token();
            return true;
        } catch (ApiProblem e) {
            if (e.status() != UNAUTHORIZED) {
                throw e;
            }
            session.forget();
            return false;
        }
    }

    private Session logIn(String handle, String password, boolean given, @Nullable UUID again) {
        try {
            return new Session(api, file, api.logIn(handle, password, deviceName, again));
        } catch (ApiProblem e) {
            if (e.status() != UNAUTHORIZED) {
                throw e;
            }
        }
        if (!questions.confirm("There is no account \"" + handle + "\" with this password. Open a new one?")) {
            throw new Refused("Wrong password, or no account \"" + handle + "\".");
        }
        if (!given) {
            repeat(password);
        }
        return register(handle, password);
    }

    private void repeat(String password) {
        boolean same = questions
                .password("The password once more: ")
                .map(password::equals)
                .orElse(true);
        if (!same) {
            throw new Refused("The two passwords are not the same.");
        }
    }

    private Session register(String handle, String password) {
        try {
            api.register(handle, password);
        } catch (ApiProblem e) {
            if (e.status() == 409) {
                throw new Refused("The handle \"" + handle + "\" is taken, and the password is not its own.");
            }
            throw e;
        }
        return new Session(api, file, api.logIn(handle, password, deviceName, null));
    }
}

package app.parley.cli.session;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is who. What was looked up once is remembered. */
public final class People {

    private final ParleyApi api;
    private final Session session;
    private final Map<UUID, Person> known = new ConcurrentHashMap<>();

    public People(ParleyApi api, Session session) {
        this.api = api;
        this.session = session;
    }

    /** The user with this handle, or nothing if there is none. */
    public Optional<Person> named(String handle) {
        try {
            Person person = api.person(session.token(), handle);
            known.put(person.id(), person);
            return Optional.of(person);
        } catch (ApiProblem e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The user with this id, or nothing if that cannot be found out now. */
    public Optional<Person> find(UUID user) {
        Person person = known.get(user);
        if (person != null) {
            return Optional.of(person);
        }
        try {
            Person found = api.person(session.token(), user);
            known.put(user, found);
            return Optional.of(found);
        } catch (ApiProblem | Unreachable e) {
            return Optional.empty();
        }
    }

    /** What to call a user; if that cannot be found out now, the beginning of their id. */
    public String handleOf(UUID user) {
        return find(user).map(Person::handle).orElse(user.toString().substring(0, 8));
    }

    /** The name that a user has chosen; if that cannot be found out now, the beginning of their id. */
    public String nameOf(UUID user) {
        return find(user).map(Person::displayName).orElse(user.toString().substring(0, 8));
    }

    /** The other side of a conversation of two, or nothing if that cannot be found out now. */
    public Optional<UUID> otherSide(UUID conversation) {
        try {
            return api.members(session.token(), conversation).stream()
                    .filter(member -> !member.equals(session.user()))
                    .findFirst();
        } catch (ApiProblem | Unreachable e) {
            return Optional.empty();
        }
    }
}

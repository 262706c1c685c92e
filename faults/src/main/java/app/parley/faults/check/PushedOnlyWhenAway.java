package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.History.Timed;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * No push goes out to a user with a device online. What a device takes for a connection may be a dead line while something
 * is broken, and the server is right to push then; so a connection counts if nothing was broken since it began.
 */
final class PushedOnlyWhenAway implements Rule {

    /** A connection counts so long after its greeting, and no longer when it is about to end. */
    private static final long SETTLING = Duration.ofSeconds(3).toNanos();

    private static final long ENDING = Duration.ofSeconds(1).toNanos();

    @Override
    public Stream<Violation> violations(History history) {
        Presences presences = new Presences(history);
        return history.timed(Event.Pushed.class)
                .filter(push -> wasOnline(push, presences))
                .map(push -> new Violation(
                        Kind.PUSHED,
                        "a push went out at %.3f s to a user who was online: %s"
                                .formatted(push.nanos() / 1e9, push.event()),
                        history.life(
                                null,
                                new Place(
                                        push.event().conversation(),
                                        push.event().toSeq()))));
    }

    private static boolean wasOnline(Timed<Event.Pushed> push, Presences presences) {
        return presences
                .connected(push.event().user())
                .anyMatch(span -> span.from() + SETTLING <= push.nanos()
                        && push.nanos() + ENDING <= span.to()
                        && !presences.isBroken(span.from(), push.nanos()));
    }
}

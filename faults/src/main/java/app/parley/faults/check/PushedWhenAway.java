package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.History.Timed;
import app.parley.faults.check.Presences.Span;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A push goes out for what is accepted for a user who stays away. What was accepted while something was broken, or just
 * before, is left out: the push may then be late, and the user be back.
 */
final class PushedWhenAway implements Rule {

    private static final long AWAY = Duration.ofSeconds(30).toNanos();

    @Override
    public Stream<Violation> violations(History history) {
        Presences presences = new Presences(history);
        List<Event.Pushed> pushes = history.all(Event.Pushed.class).toList();
        return history.timed(Event.Accepted.class).flatMap(accepted -> {
            Place place =
                    new Place(accepted.event().conversation(), accepted.event().seq());
            @Nullable UUID user = recipient(accepted.event(), history, presences);
            return user == null || !staysAway(user, accepted, presences) || isCovered(pushes, user, place)
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            Kind.NOT_PUSHED,
                            "%s stayed away, and no push went out for %s".formatted(user, place),
                            history.life(accepted.event().id(), place)));
        });
    }

    private static @Nullable UUID recipient(Event.Accepted accepted, History history, Presences presences) {
        Event.@Nullable Sent sent = history.sent(accepted.id());
        return sent == null ? null : presences.id(sent.to());
    }

    private static boolean staysAway(UUID user, Timed<Event.Accepted> accepted, Presences presences) {
        long begin = accepted.nanos() - AWAY;
        long end = accepted.nanos() + AWAY;
        List<Span> connected = presences.connected(user).toList();
        boolean cameBack = connected.stream().anyMatch(span -> span.from() >= end);
        return cameBack
                && connected.stream().noneMatch(span -> span.overlaps(accepted.nanos(), end))
                && !presences.isBroken(begin, end);
    }

    private static boolean isCovered(List<Event.Pushed> pushes, UUID user, Place place) {
        return pushes.stream()
                .anyMatch(push -> push.user().equals(user)
                        && push.conversation().equals(place.conversation())
                        && push.fromSeq() <= place.seq()
                        && place.seq() <= push.toSeq());
    }
}

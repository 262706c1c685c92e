package app.parley.profile.departure;

import app.parley.profile.conversation.GroupMembers;
import app.parley.profile.personal.Broadcasts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes what is left of closed accounts, at the other services first and the account last. Whatever goes wrong, the account
 * stays and is gone on with later: each step finds by itself what it has to do.
 */
@Component
class DepartureRound {

    private static final Logger log = LoggerFactory.getLogger(DepartureRound.class);
    private static final int BATCH = 16;

    private final Departures departures;
    private final Sessions sessions;
    private final GroupMembers groups;
    private final MessageLogs logs;
    private final Broadcasts broadcasts;
    private final DepartureSettings settings;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DepartureRound(
            Departures departures,
            Sessions sessions,
            GroupMembers groups,
            MessageLogs logs,
            Broadcasts broadcasts,
            DepartureSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.departures = departures;
        this.sessions = sessions;
        this.groups = groups;
        this.logs = logs;
        this.broadcasts = broadcasts;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** Goes on with those that are due. Safe to do in several instances at once. */
    void run() {
        List<UUID> due;
        do {
            due = departures.take(clock.instant(), BATCH, settings.retry(), settings.longestRetry());
            due.forEach(this::goOn);
        } while (due.size() == BATCH);
    }

    /** Removes what can be removed now. */
    void goOn(UUID user) {
        boolean done = false;
        try {
            done = remove(user);
        } catch (RuntimeException e) {
            log.warn("{} has left, and something of them stays for now: {}", user, e.toString());
        }
        meters.counter("parley.account.departures", "outcome", done ? "done" : "put_off")
                .increment();
    }

    private boolean remove(UUID user) {
        sessions.forget(user);
        departures.leavePairs(user);
        departures.memberships(user).forEach(group -> groups.depart(user, group));
        departures.noteGroups(user);
        forgetInLogs(user);
        broadcasts.forget(user);
        // once more: a login that was under way may have opened a session
        sessions.forget(user);
        return departures.end(user);
    }

    private void forgetInLogs(UUID user) {
        List<UUID> some;
        do {
            some = departures.logs(user, MessageLogs.AT_ONCE);
            if (!some.isEmpty()) {
                logs.forget(user, some, settings.messages());
                departures.forgotten(user, some);
            }
        } while (some.size() == MessageLogs.AT_ONCE);
    }
}

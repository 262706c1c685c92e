package app.parley.profile.conversation;

import app.parley.profile.conversation.Unannounced.Due;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sees to it that the log of each group tells all of its changes: at once if it can, and otherwise later. */
@Component
class Announcing {

    private static final Logger log = LoggerFactory.getLogger(Announcing.class);

    /** Groups that are looked after at once. */
    private static final int BATCH = 16;

    private final Announcements announcements;
    private final Unannounced unannounced;
    private final AnnouncingSettings settings;
    private final MeterRegistry meters;

    Announcing(
            Announcements announcements, Unannounced unannounced, AnnouncingSettings settings, MeterRegistry meters) {
        this.announcements = announcements;
        this.unannounced = unannounced;
        this.settings = settings;
        this.meters = meters;
    }

    /** Announces a change that is stored. Whatever goes wrong here, it stands, and is announced again. */
    void announce(UUID group, long version) {
        boolean told = announcements.announce(group, version);
        meters.counter("parley.group.announcements", "outcome", told ? "told" : "put_off")
                .increment();
        if (told) {
            confirm(group, version);
        }
    }

    /** Announces what is due. Safe to do in several instances at once. */
    void round() {
        List<Due> due;
        do {
            due = unannounced.take(
                    Clock.systemUTC().instant(), BATCH, seconds(settings.retry()), seconds(settings.longestRetry()));
            announce(due);
        } while (due.size() == BATCH);
    }

    private void announce(List<Due> due) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(group -> threads.execute(() -> announce(group.getId(), group.getChanges())));
        }
    }

    private void confirm(UUID group, long version) {
        try {
            unannounced.confirm(group, version);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Change {} of group {} is told, which cannot be noted down: {}", version, group, e.toString());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

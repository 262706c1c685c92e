package app.parley.chat.watching;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import reactor.core.scheduler.Scheduler;

/** Users who are to be looked at, all who come together after the first one of them has waited. */
final class Collected {

    private final Duration wait;
    private final Scheduler timer;
    private final Consumer<Set<UUID>> look;
    private final Set<UUID> users = new HashSet<>();

    Collected(Duration wait, Scheduler timer, Consumer<Set<UUID>> look) {
        this.wait = wait;
        this.timer = timer;
        this.look = look;
    }

    void addAll(Collection<UUID> more) {
        if (addAndSeeIfFirst(more)) {
            var _ = timer.schedule(() -> look.accept(take()), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean addAndSeeIfFirst(Collection<UUID> more) {
        boolean first = users.isEmpty();
        users.addAll(more);
        return first && !users.isEmpty();
    }

    private synchronized Set<UUID> take() {
        Set<UUID> taken = Set.copyOf(users);
        users.clear();
        return taken;
    }
}

package app.parley.chat.watching;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.chat.sight.Sight;
import app.parley.chat.sight.Sights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What watchers hear of somebody who comes and goes, by a clock that the test moves. */
class WatchingTest {

    private static final Duration SETTLE = Duration.ofSeconds(3);
    private static final Duration COLLECT = Duration.ofMillis(50);
    private static final Sight EVERYTHING = new Sight(true, true, true, true);
    private static final UUID ALICE = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final People people = new People();
    private final Watching watching = new Watching(people, people, new WatchSettings(256, COLLECT, SETTLE), timer);
    private final List<Presence> heard = new ArrayList<>();
    private final Watcher watcher = heard::add;

    /** Who is where, and what Alice may see of them. */
    private static final class People implements Presences, Sights {

        private final Map<UUID, Presence> presences = new HashMap<>();
        private Sight sight = EVERYTHING;
        private boolean known = true;
        private int asked;

        @Override
        public Mono<List<Presence>> of(Collection<UUID> users) {
            asked++;
            return known
                    ? Mono.just(users.stream().map(this::presence).toList())
                    : Mono.error(new IllegalStateException("presence-service does not answer"));
        }

        private Presence presence(UUID user) {
            return presences.getOrDefault(user, new Presence(user, false, null));
        }

        @Override
        public CompletableFuture<Sight> of(UUID viewer, UUID subject) {
            return CompletableFuture.completedFuture(sight);
        }
    }

    @BeforeEach
    void aliceWatchesBob() {
        comes();
        watching.watch(ALICE, watcher, List.of(BOB), () -> {});
        assertThat(heard).containsExactly(new Presence(BOB, true, null));
        heard.clear();
    }

    private void comes() {
        people.presences.put(BOB, new Presence(BOB, true, null));
        word();
    }

    /** @param second of the last seen */
    private Presence goes(int second) {
        Presence gone = new Presence(BOB, false, Instant.EPOCH.plusSeconds(second));
        people.presences.put(BOB, gone);
        word();
        return gone;
    }

    private void word() {
        watching.devicesChanged(List.of(BOB), List.of(), List.of());
        timer.advanceTimeBy(COLLECT);
    }

    private void show(UUID... changed) {
        watching.peopleChanged(List.of(changed));
        timer.advanceTimeBy(COLLECT);
    }

    @Test
    void whoStaysAwayIsToldOfWhenTheyHaveForAWhile() {
        Presence gone = goes(1);

        timer.advanceTimeBy(SETTLE.minusMillis(1));
        assertThat(heard).isEmpty();

        timer.advanceTimeBy(Duration.ofMillis(1));
        assertThat(heard).containsExactly(gone);
    }

    @Test
    void whoComesIsToldOfAtOnce() {
        goes(1);
        timer.advanceTimeBy(SETTLE);
        heard.clear();

        comes();

        assertThat(heard).containsExactly(new Presence(BOB, true, null));
    }

    @Test
    void ofALineThatIsLostAndFoundAllTheTimeNothingIsHeard() {
        for (int second = 1; second < 1000; second++) {
            goes(second);
            timer.advanceTimeBy(Duration.ofSeconds(1));
            comes();
        }
        assertThat(heard).isEmpty();

        Presence gone = goes(1000);
        timer.advanceTimeBy(SETTLE);
        assertThat(heard).containsExactly(gone);
    }

    @Test
    void whoHasBeenThereUnnoticedHasNotStayedAway() {
        goes(1);
        timer.advanceTimeBy(SETTLE.minusSeconds(1));
        Presence goneAgain = goes(2);

        timer.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(heard).isEmpty();

        timer.advanceTimeBy(SETTLE);
        assertThat(heard).containsExactly(goneAgain);
    }

    @Test
    void whoMayNotSeeHearsNothingNotEvenThatSomethingHappens() {
        people.sight = new Sight(false, false, true, true);
        show(BOB);
        assertThat(heard).containsExactly(new Presence(BOB, false, null));

        goes(1);
        timer.advanceTimeBy(SETTLE);
        comes();

        assertThat(heard).hasSize(1);
    }

    @Test
    void whoMaySeeAgainHearsTheTruth() {
        people.sight = Sight.NOTHING;
        show(ALICE);
        goes(1);
        timer.advanceTimeBy(SETTLE);
        heard.clear();

        people.sight = EVERYTHING;
        show(ALICE);

        assertThat(heard).containsExactly(new Presence(BOB, false, Instant.EPOCH.plusSeconds(1)));
    }

    @Test
    void whoMayNotSeeWhenSomebodyWasThereSeesThatTheyAreNot() {
        people.sight = new Sight(false, true, true, true);

        goes(1);
        timer.advanceTimeBy(SETTLE);

        assertThat(heard).containsExactly(new Presence(BOB, false, null));
    }

    @Test
    void whatCannotBeFoundOutIsToldLater() {
        people.known = false;
        Presence gone = goes(1);
        show(BOB);
        timer.advanceTimeBy(SETTLE);
        assertThat(heard).isEmpty();

        people.known = true;
        timer.advanceTimeBy(SETTLE.multipliedBy(2));

        assertThat(heard).containsExactly(gone);
    }

    @Test
    void ofWhomNobodyWatchesAnyMoreNobodyAsks() {
        goes(1);
        watching.leave(ALICE, watcher);
        timer.advanceTimeBy(SETTLE);
        int before = people.asked;

        comes();
        show(ALICE, BOB);

        assertThat(people.asked).isEqualTo(before);
        assertThat(heard).isEmpty();
    }

    @Test
    void whoWatchesOthersHearsOfThoseBeforeNoMore() {
        UUID carol = UUID.randomUUID();
        watching.watch(ALICE, watcher, List.of(carol), () -> {});
        assertThat(heard).containsExactly(new Presence(carol, false, null));

        goes(1);
        timer.advanceTimeBy(SETTLE);

        assertThat(heard).hasSize(1);
    }

    @Test
    void whoCannotBeAnsweredHearsThat() {
        people.known = false;
        List<String> unavailable = new ArrayList<>();

        watching.watch(ALICE, watcher, List.of(BOB), () -> unavailable.add("unavailable"));

        assertThat(unavailable).hasSize(1);
        assertThat(heard).isEmpty();
    }
}

package app.parley.offlinestore.lease;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LeaseWatch watch = new LeaseWatch(8, Duration.ofSeconds(6), Duration.ofSeconds(1));

    private static Owner instance(String name) {
        return new Owner(name, URI.create("http://" + name));
    }

    private Shares shares(String self, String... others) {
        return new Shares(
                8,
                instance(self),
                watch,
                Stream.of(others).map(SharesTest::instance).toList());
    }

    private void owned(Map<Integer, String> owners) {
        Map<Integer, LeaseState> states = new HashMap<>();
        owners.forEach((shard, name) -> states.put(shard, new LeaseState(1, 1L, 1L, instance(name))));
        watch.saw(states, 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 4 4", "3, 3 3 2", "5, 2 2 2 1 1", "8, 1 1 1 1 1 1 1 1", "9, 1 1 1 1 1 1 1 1 0"})
    void theSharesAreEvenAndMakeUpTheWhole(int instances, String expected) {
        String[] names = IntStream.range(0, instances).mapToObj(i -> "i" + i).toArray(String[]::new);
        assertThat(Stream.of(names)
                        .map(name -> String.valueOf(shares("i0", names).of(name))))
                .containsExactly(expected.split(" "));
    }

    @Test
    void anInstanceTakesOfTheFreeShardsWhatItLacks() {
        owned(Map.of(0, "b", 1, "b"));
        assertThat(shares("a", "b").toTake(Set.of(2), PATIENCE)).hasSize(3).doesNotContain(0, 1, 2);
        assertThat(shares("a", "b").toTake(Set.of(2, 3, 4, 5), PATIENCE)).isEmpty();
    }

    @Test
    void instancesThatStartTogetherDoNotGoForTheSameShards() {
        List<Integer> a = shares("a", "b").toTake(Set.of(), PATIENCE);
        List<Integer> b = shares("b", "a").toTake(Set.of(), PATIENCE);
        assertThat(a).hasSize(4).doesNotContainAnyElementsOf(b);
    }

    @Test
    void whatIsFreeForTooLongIsTakenByWhoHasItsShare() {
        for (int second = 0; second <= 6; second++) {
            watch.saw(Map.of(), second * 1_000_000_000L);
        }
        assertThat(shares("a", "b").toTake(Set.of(0, 1, 2, 3), PATIENCE)).containsExactly(4, 5, 6, 7);
    }

    /** a has the first four shards and renews its leases, b the others and does not renew those that are named. */
    private void watched(Set<Integer> notRenewed) {
        for (int second = 0; second <= 6; second++) {
            Map<Integer, LeaseState> states = new HashMap<>();
            for (int shard = 0; shard < 8; shard++) {
                long beat = notRenewed.contains(shard) ? 1 : second;
                states.put(shard, new LeaseState(1, 1L, beat, instance(shard < 4 ? "a" : "b")));
            }
            watch.saw(states, second * 1_000_000_000L);
        }
    }

    @Test
    void whoLetItsLeasesRunOutHasNoShare() {
        watched(Set.of(4, 5, 6, 7));
        assertThat(shares("a", "b").toTake(Set.of(0, 1, 2, 3), PATIENCE)).containsExactly(4, 5, 6, 7);
    }

    @Test
    void oneLeaseThatRanOutDoesNotMakeAnOwnerOfOthersDead() {
        watched(Set.of(7));
        assertThat(shares("a", "b").toTake(Set.of(0, 1, 2, 3), PATIENCE)).isEmpty();
    }

    @Test
    void whoHasTooManyGivesToWhoLacksTheMost() {
        owned(Map.of(0, "a", 1, "a", 2, "a", 3, "a", 4, "a", 5, "b", 6, "b", 7, "b"));
        assertThat(shares("a", "b", "c").toGiveTo(5)).contains(instance("c"));
        assertThat(shares("b", "a", "c").toGiveTo(3)).isEmpty();
        assertThat(shares("a", "b").toGiveTo(5)).contains(instance("b"));
        assertThat(shares("a", "b").toGiveTo(4)).isEmpty();
    }
}

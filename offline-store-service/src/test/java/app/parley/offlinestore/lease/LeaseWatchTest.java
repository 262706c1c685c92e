package app.parley.offlinestore.lease;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseWatchTest {

    private static final Owner ONE = new Owner("one", URI.create("http://one"));

    private final LeaseWatch watch = new LeaseWatch(1, Duration.ofSeconds(6), Duration.ofSeconds(1));
    private long now = Long.MAX_VALUE - 1_000; // of a clock that overflows meanwhile

    private static LeaseState owned(long epoch, long beat) {
        return new LeaseState(epoch, epoch, beat, ONE);
    }

    private void look(LeaseState state, Duration later) {
        now += later.toNanos();
        watch.saw(Map.of(0, state), now);
    }

    @BeforeEach
    void firstLook() {
        look(owned(3, 7), Duration.ZERO);
    }

    @Test
    void aLeaseThatIsRenewedIsNotFree() {
        for (long beat = 8; beat < 30; beat++) {
            look(owned(3, beat), Duration.ofSeconds(1));
            assertThat(watch.isFree(0)).isFalse();
        }
    }

    @Test
    void oneThatIsSeenUnchangedForItsWholeTimeIs() {
        for (int second = 1; second <= 5; second++) {
            look(owned(3, 7), Duration.ofSeconds(1));
            assertThat(watch.isFree(0)).isFalse();
        }
        look(owned(3, 7), Duration.ofSeconds(1));
        assertThat(watch.isFree(0)).isTrue();
        assertThat(watch.isFreeFor(0, Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void aNewOwnerBeginsAnew() {
        look(owned(3, 7), Duration.ofSeconds(1));
        for (int second = 1; second <= 5; second++) {
            look(owned(4, 7), Duration.ofSeconds(1));
        }
        assertThat(watch.isFree(0)).isFalse();
    }

    @Test
    void timeInWhichTheStoreDidNotAnswerHardlyCounts() {
        look(owned(3, 7), Duration.ofHours(1));
        assertThat(watch.isFree(0)).isFalse();
    }

    @Test
    void whatWasGivenBackOrNeverOwnedIsFreeAtOnce() {
        look(new LeaseState(3, 3L, 7L, null), Duration.ofMillis(1));
        assertThat(watch.isFree(0)).isTrue();
        assertThat(new LeaseWatch(1, Duration.ofSeconds(6), Duration.ofSeconds(1)).isFree(0))
                .isTrue();
    }
}

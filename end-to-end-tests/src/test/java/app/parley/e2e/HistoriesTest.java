package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A device that was away for all of a history comes back to exactly the state of one that was there; so does one that
 * missed the middle, and one that nobody has seen before, as far as what was said is kept.
 *
 * <p>{@code -Dparley.histories=N} tries the seeds 1 to N, {@code -Dparley.history=SEED} this one only. Of even seeds the
 * group is archived, of odd ones it is wiped.
 */
@ExtendWith(Suite.class)
class HistoriesTest {

    private final PublicApi api;

    HistoriesTest(Suite.Running suite) {
        this.api = suite.api();
    }

    static LongStream seeds() {
        Long only = Long.getLong("parley.history");
        return only == null
                ? LongStream.rangeClosed(1, Integer.getInteger("parley.histories", 4))
                : LongStream.of(only);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoWasAwayComesBackToWhatWhoWasThereHas(long seed) {
        boolean archived = seed % 2 == 0;
        try (History history = new History(api, seed, archived)) {
            history.happen();

            Cast cast = history.cast();
            assertThat(history.done(Deed.MESSAGE)).isGreaterThanOrEqualTo(100);
            assertThat(history.done(Deed.EDIT)).isGreaterThanOrEqualTo(20);
            assertThat(history.done(Deed.DELETION)).isGreaterThanOrEqualTo(10);
            for (Someone someone : cast.everybody()) {
                Device late = someone.comeBack();
                assertSame(cast, someone, late, new PersonalCopy(api, late.session()));
                assertSame(cast, someone, someone.sometimes(), someone.ownSometimes());
                if (archived && someone != cast.dave()) {
                    assertSameForANewDevice(cast, someone);
                }
                assertListed(history, someone, archived);
            }
        } catch (Throwable e) {
            throw new AssertionError("seed %d: repeat it with -Dparley.history=%d".formatted(seed, seed), e);
        }
    }

    private static void assertSame(Cast cast, Someone someone, Device device, PersonalCopy own) {
        for (UUID conversation : cast.of(someone)) {
            Replica back = shown(cast, someone, device, conversation);
            assertSame(someone, there(cast, someone, conversation).lines(), back.lines());
        }
        assertSame(someone, own);
    }

    private static Replica there(Cast cast, Someone someone, UUID conversation) {
        return shown(cast, someone, someone.there(), conversation);
    }

    /**
     * What a device shows when it has everything. What is deleted while one is out of a group, a device that has it is not
     * told; one that does not have it does not get it.
     */
    private static Replica shown(Cast cast, Someone someone, Device device, UUID conversation) {
        device.awaitMessages(conversation, cast.last(someone, conversation));
        Replica shown = Replica.of(device, conversation);
        if (conversation.equals(cast.group()) && device != someone.late()) {
            cast.deletedWithout(someone).forEach(shown::delete);
        }
        return shown;
    }

    private void assertSameForANewDevice(Cast cast, Someone someone) {
        try (Device device = someone.newDevice()) {
            device.pullAll(cast.group(), cast.last(someone, cast.group()));
            Replica pulled = Replica.of(device, cast.group());
            assertSame(someone, there(cast, someone, cast.group()).lines(), pulled.lines());
            assertSame(someone, new PersonalCopy(api, device.session()));
        }
    }

    private static void assertSame(Someone someone, PersonalCopy back) {
        someone.own().hear(someone.there(), back.catchUp());
        assertSame(someone, someone.own().entries(), back.entries());
    }

    private static void assertSame(Someone someone, Map<String, ?> there, Map<String, ?> back) {
        TreeSet<String> keys = new TreeSet<>(there.keySet());
        keys.addAll(back.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            if (!Objects.equals(there.get(key), back.get(key))) {
                differences.add("%s%n  there: %s%n  back:  %s".formatted(key, there.get(key), back.get(key)));
            }
        }
        assertThat(differences)
                .as("what is not the same on the devices of %s", someone)
                .isEmpty();
    }

    /** What the list of conversations says is what the device shows. */
    private static void assertListed(History history, Someone someone, boolean archived) {
        Cast cast = history.cast();
        for (UUID conversation : cast.of(someone)) {
            if (cast.in(conversation).contains(someone)) {
                Listed shown = Listed.of(history, someone, conversation, there(cast, someone, conversation));
                boolean kept = archived && conversation.equals(cast.group());
                boolean tells = someone != cast.carol();
                await().atMost(Device.PATIENCE).untilAsserted(() -> {
                    Listed listed = Listed.of(someone, conversation);
                    // what everybody has is wiped, sooner or later
                    Listed expected = listed.last() == null && !kept ? shown.withoutLast() : shown;
                    assertSame(someone, expected.lines(tells), listed.lines(tells));
                });
            }
        }
    }
}

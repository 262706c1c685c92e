package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static app.parley.offlinestore.shard.Instance.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.journal.Window;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

/** Several instances: how they share the shards, and that no two of them ever serve the same one. */
@RealStores(Store.CASSANDRA)
class OwnershipTest {

    private static final String[] SHORT_LEASES = {
        "parley.offline-store.lease.duration=2s",
        "parley.offline-store.lease.margin=500ms",
        "parley.offline-store.lease.renewal=300ms",
        "parley.offline-store.settlement.grace=1h",
        "parley.offline-store.journal.segment-age=1h"
    };

    private final UUID conversation = UUID.randomUUID();
    private final int shard = ShardMap.shardOf(conversation, 2);

    private final List<Instance> launched = new ArrayList<>();

    @AfterEach
    void closeAll() {
        launched.reversed().forEach(Instance::close);
    }

    private Instance launch(CassandraStore cassandra, String name, String... settings) {
        Instance instance = Instance.launch(
                cassandra,
                Stream.of(
                                Stream.of(SHORT_LEASES),
                                Stream.of(settings),
                                Stream.of(
                                        "parley.offline-store.instance=" + name,
                                        "parley.offline-store.address=http://" + name))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        launched.add(instance);
        return instance;
    }

    private Instance start(CassandraStore cassandra, String name) {
        Instance instance = launch(cassandra, name);
        instance.awaitOpen();
        return instance;
    }

    /** Two instances that have a shard each, the one of the conversation first. */
    private List<Instance> startTwo(CassandraStore cassandra) {
        Instance one = start(cassandra, "one");
        Instance two = launch(cassandra, "two");
        eventually(() -> {
            assertThat(one.open()).hasSize(1);
            assertThat(two.open()).hasSize(1);
        });
        return one.open().contains(shard) ? List.of(one, two) : List.of(two, one);
    }

    @Test
    void aSecondInstanceGetsItsShareAndTheRestIsKept(CassandraStore cassandra) {
        Instance one = start(cassandra, "one");
        assertThat(one.open()).containsExactly(0, 1);
        one.send(conversation, "before");

        Instance two = launch(cassandra, "two");
        eventually(() -> assertThat(two.open()).hasSize(1));
        eventually(() -> assertThat(one.open()).hasSize(1).doesNotContainAnyElementsOf(two.open()));

        Instance owner = one.open().contains(shard) ? one : two;
        Instance other = owner == one ? two : one;
        assertThat(owner.send(conversation, "after")).isEqualTo(2);
        assertThat(owner.texts(conversation)).containsExactly("before", "after");
        assertThatThrownBy(() -> other.send(conversation, "misdirected")).isInstanceOf(NotOwnerException.class);
        for (Instance any : List.of(owner, other)) {
            assertThat(any.addresses().get(shard))
                    .isEqualTo(owner.shards().self().address());
            // What a shard that has just moved holds is refused until this instance has seen where it went.
            any.awaitOpen();
            assertThat(any.pending(BEN, BENS_PHONE)).contains(new Position(conversation, 0, 2));
        }
    }

    @Test
    void whatWaitsIsToldToEachOfManyDevicesWhoeverOwnsIt(CassandraStore cassandra) {
        List<Instance> two = startTwo(cassandra);
        UUID elsewhere = Stream.generate(UUID::randomUUID)
                .filter(id -> ShardMap.shardOf(id, 2) != shard)
                .findFirst()
                .orElseThrow();
        two.getFirst().send(conversation, "to Ben");
        two.getLast().send(elsewhere, "to Ben, too");
        two.getFirst().acknowledge(conversation, BEN, BENS_PHONE, 1);
        two.getFirst().send(conversation, "once more");
        List<Device> devices = List.of(
                new Device(BEN, BENS_PHONE),
                new Device(ANN, ANNS_PHONE),
                new Device(UUID.randomUUID(), UUID.randomUUID()));

        for (Instance any : two) {
            any.awaitOpen();
            for (List<Device> asked : List.of(devices, devices.reversed())) {
                List<List<Position>> found = any.pending(asked);
                assertThat(found.get(asked.indexOf(new Device(BEN, BENS_PHONE))))
                        .contains(new Position(conversation, 1, 2), new Position(elsewhere, 0, 1));
                assertThat(found.get(asked.indexOf(new Device(ANN, ANNS_PHONE))))
                        .extracting(Position::conversation)
                        .doesNotContain(conversation, elsewhere);
                assertThat(found.get(asked.indexOf(devices.getLast()))).isEmpty();
            }
        }
    }

    @Test
    void aConversationThatCannotBeReadKeepsNoOtherDeviceFromWhatWaitsForIt(CassandraStore cassandra) {
        List<Instance> two = startTwo(cassandra);
        Device unlucky = new Device(UUID.randomUUID(), UUID.randomUUID());
        two.getFirst().send(conversation, "to Ben");
        UUID unreadable = Stream.generate(UUID::randomUUID)
                .filter(id -> ShardMap.shardOf(id, 2) == shard)
                .findFirst()
                .orElseThrow();
        two.getFirst().listUnreadable(unlucky.user(), unreadable);

        for (Instance any : two) {
            any.awaitOpen();
            List<List<Position>> found = any.pending(List.of(unlucky, new Device(BEN, BENS_PHONE)));
            assertThat(found.getFirst()).isNull();
            assertThat(found.getLast()).contains(new Position(conversation, 0, 1));
        }
    }

    @Test
    void aDeadInstancesShardsAreTakenOverWithAllThatWasAccepted(CassandraStore cassandra) {
        List<Instance> both = startTwo(cassandra);
        both.getFirst().send(conversation, "one");
        both.getFirst().crash();

        Instance survivor = both.getLast();
        eventually(() -> assertThat(survivor.open()).containsExactly(0, 1));
        assertThat(survivor.send(conversation, "two")).isEqualTo(2);
        assertThat(survivor.texts(conversation)).containsExactly("one", "two");
    }

    /** Its announcement outlives its leases here, as it does with the default settings. */
    @Test
    void aDeadInstanceIsOfferedNothing(CassandraStore cassandra) {
        List<Instance> both = startTwo(cassandra);
        Instance survivor = both.getLast();
        both.getFirst().crash();
        both.getFirst().announce(Duration.ofMinutes(1));

        eventually(() -> assertThat(survivor.open()).containsExactly(0, 1));
        assertThat(survivor.announced())
                .doesNotContain(both.getFirst().shards().self().name());
    }

    @Test
    void aStoppingInstanceHandsItsShardsOverAndRefusesNothingThatItTook(CassandraStore cassandra) {
        List<Instance> both = startTwo(cassandra);
        Instance leaving = both.getFirst();
        leaving.send(conversation, "one");
        leaving.faults().hold("Journal.append");
        CompletableFuture<List<Outcome>> underWay =
                leaving.submit(append(conversation, UUID.randomUUID(), "two", BOTH, null));
        eventually(() -> assertThat(leaving.faults().calls("Journal.append")).isEqualTo(2));
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(leaving::close);
        leaving.faults().heal();

        assertThat(underWay)
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(outcomes -> assertThat(outcomes)
                        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Appended.class)));
        Instance staying = both.getLast();
        eventually(() -> assertThat(staying.open()).containsExactly(0, 1));
        assertThat(staying.texts(conversation)).containsExactly("one", "two");
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(30));
    }

    /** Paused, or cut off from the store: it cannot renew, and what it had written arrives late. */
    @ParameterizedTest
    @ValueSource(strings = {"Journal.append", "Journal.append afterwards"})
    void anOwnerWithoutALeaseAcknowledgesNothing(String heldUp, CassandraStore cassandra) {
        List<Instance> both = startTwo(cassandra);
        Instance paused = both.getFirst();
        Instance successor = both.getLast();
        paused.send(conversation, "one");
        UUID id = UUID.randomUUID();
        paused.faults().fail("ShardLeases.renew");
        paused.faults().hold(heldUp);
        CompletableFuture<List<Outcome>> late = paused.submit(append(conversation, id, "late", BOTH, null));
        eventually(() -> assertThat(successor.open()).contains(shard));
        paused.faults().heal();

        assertThat(late)
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo(List.of(new Refused(Outcome.Reason.UNAVAILABLE)));
        assertThatThrownBy(() -> paused.send(conversation, "later")).isInstanceOf(NotOwnerException.class);
        assertThatThrownBy(() -> paused.texts(conversation)).isInstanceOf(NotOwnerException.class);
        boolean landed = heldUp.endsWith("afterwards");
        Appended again = (Appended) successor.apply(append(conversation, id, "late", BOTH, null));
        assertThat(again.seq()).isEqualTo(2);
        assertThat(again.duplicate()).isEqualTo(landed);
        assertThat(successor.texts(conversation)).containsExactly("one", "late");
    }

    /** It claimed, read and wrote its window, and died before it could say that the epoch is open. */
    @Test
    void whatAnEpochSealedThatWasNeverOpenedBindsNobody(CassandraStore cassandra) {
        Instance first = start(cassandra, "first");
        first.send(conversation, "one");
        UUID id = UUID.randomUUID();
        first.faults().hold("Journal.append");
        first.submit(append(conversation, id, "two", BOTH, null));
        eventually(() -> assertThat(first.faults().calls("Journal.append")).isEqualTo(2));
        Window window = first.journal().windows(shard).blockLast();
        first.crash();

        Instance failing = launch(cassandra, "failing");
        failing.faults().fail("ShardLeases.opened");
        eventually(
                () -> assertThat(failing.faults().calls("ShardLeases.opened")).isPositive());
        failing.die();
        first.faults().heal();
        eventually(() -> assertThat(first.journal()
                        .read(shard, window.epoch(), 0)
                        .collectList()
                        .block())
                .hasSize(2));
        Instance second = start(cassandra, "second");
        assertThat(second.texts(conversation)).containsExactly("one", "two");
        second.die();

        Instance third = start(cassandra, "third");
        assertThat(third.texts(conversation)).containsExactly("one", "two");
        assertThat(third.send(conversation, id, "two", BOTH, null)).isEqualTo(2);
    }

    /** It looks after its shards once, when it starts, so that nothing but the offer brings it this one. */
    @Test
    void aShardThatWasOfferedIsOpenedAlthoughTheOneWhoOffersDoesNotWaitForIt(CassandraStore cassandra) {
        Instance one = launch(cassandra, "one", "parley.offline-store.lease.watch=1h");
        one.awaitOpen();
        one.send(conversation, "before");
        one.faults().hold("ShardLeases.opened");
        int opened = one.faults().calls("ShardLeases.opened");
        one.shards().all().get(shard).giveBack().block();

        Disposable offer = one.offers().take(shard).subscribe();
        eventually(() -> assertThat(one.faults().calls("ShardLeases.opened")).isGreaterThan(opened));
        offer.dispose();
        one.faults().heal();

        eventually(() -> assertThat(one.open()).contains(shard));
        assertThat(one.send(conversation, "after")).isEqualTo(2);
    }

    @Test
    void aShardThatNobodyOpensIsTakenByWhoHasItsShareAlready(CassandraStore cassandra) {
        List<Instance> both = startTwo(cassandra);
        Instance broken = both.getFirst();
        Instance sound = both.getLast();
        broken.faults().fail("ShardLeases.claim");
        broken.faults().fail("ShardLeases.renew");

        eventually(() -> assertThat(sound.open()).containsExactly(0, 1));
    }

    /** Each of its attempts claims the shard, so that it is not free for long; it must not be in nobody's reach for that. */
    @Test
    void aShardThatOneInstanceCannotOpenIsOpenedByAnother(CassandraStore cassandra) {
        String[] hasty = {"parley.offline-store.lease.patience=1s", "parley.offline-store.lease.retry=100ms"};
        Instance broken = launch(cassandra, "broken", hasty);
        broken.faults().fail("ShardLeases.renew");
        broken.faults().fail("ShardLeases.opened");
        eventually(() -> assertThat(broken.faults().calls("ShardLeases.opened")).isGreaterThan(4));

        int attempts = broken.faults().calls("ShardLeases.opened");
        Instance sound = launch(cassandra, "sound", hasty);
        eventually(() -> assertThat(sound.open()).containsExactly(0, 1));
        assertThat(broken.faults().calls("ShardLeases.opened") - attempts).isLessThan(10);
    }
}

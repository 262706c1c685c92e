package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.append;
import static app.parley.offlinestore.shard.Instance.eventually;
import static app.parley.offlinestore.shard.Instance.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Cassandra stands still: connections stay open, nothing is answered. */
@RealStores(Store.CASSANDRA)
class StandstillTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Outcome UNAVAILABLE = new Refused(Reason.UNAVAILABLE);

    private final UUID conversation = UUID.randomUUID();

    private static Instance start(CassandraStore cassandra) {
        return Instance.start(
                cassandra,
                "parley.offline-store.deadline=500ms",
                "parley.offline-store.lease.duration=" + LEASE.toSeconds() + "s",
                "parley.offline-store.lease.margin=1s",
                "parley.offline-store.lease.renewal=500ms",
                "parley.offline-store.settlement.grace=1h",
                "spring.cassandra.request.timeout=1s");
    }

    @Test
    void sendsAreAnsweredAsUnavailableAlsoBeyondTheLeaseAndThenServiceResumesByItself(CassandraStore cassandra) {
        try (Instance instance = start(cassandra)) {
            instance.send(conversation, "text 1");
            cassandra.pause();
            List<Command> unaccepted = sendUntilItIsNotSureToBeTheOwner(instance);
            assertThat(unaccepted).isNotEmpty();

            // nor is anything else answered by who may not be the owner any more
            assertThatThrownBy(() -> instance.acknowledge(conversation, BEN, BENS_PHONE, 1))
                    .isInstanceOf(NotOwnerException.class);
            assertThatThrownBy(() -> instance.texts(conversation)).isInstanceOf(NotOwnerException.class);
            cassandra.resume();

            for (Command each : unaccepted) {
                eventually(() -> assertThat(outcome(instance, each)).get().isInstanceOf(Appended.class));
            }
            assertThatEachIsThereOnce(instance, 1 + unaccepted.size());
        }
        try (Instance next = start(cassandra)) {
            assertThat(next.messages(conversation, 0L, null, 100)).hasSizeGreaterThan(1);
        }
    }

    private List<Command> sendUntilItIsNotSureToBeTheOwner(Instance instance) {
        List<Command> unaccepted = new ArrayList<>();
        while (true) {
            String text = "text " + (unaccepted.size() + 2);
            Command send = append(conversation, UUID.randomUUID(), text, BOTH, null);
            Optional<Outcome> outcome = outcome(instance, send);
            if (outcome.isEmpty()) {
                return unaccepted;
            }
            assertThat(outcome).contains(UNAVAILABLE);
            unaccepted.add(send);
        }
    }

    /** Nothing if the instance does not take the command: it is not sure to be the owner. */
    private static Optional<Outcome> outcome(Instance instance, Command send) {
        try {
            return Optional.of(instance.apply(send));
        } catch (NotOwnerException notSure) {
            return Optional.empty();
        }
    }

    private void assertThatEachIsThereOnce(Instance instance, long count) {
        List<Message> messages = instance.messages(conversation, 0L, null, 500);
        assertThat(messages).extracting(Message::seq).isEqualTo(range(1, count));
        assertThat(messages)
                .extracting(Message::content)
                .isEqualTo(
                        range(1, count).stream().map(number -> "text " + number).toList());
    }

    @Test
    void soAreSendsToAConversationThatIsNotInMemory(CassandraStore cassandra) {
        try (Instance instance = start(cassandra)) {
            Command send = append(conversation, UUID.randomUUID(), "one", BOTH, null);
            cassandra.pause();
            assertThat(instance.apply(send)).isEqualTo(UNAVAILABLE);
            cassandra.resume();

            eventually(() -> assertThat(instance.apply(send))
                    .isInstanceOfSatisfying(
                            Appended.class,
                            appended -> assertThat(appended.seq()).isEqualTo(1)));
            assertThat(instance.texts(conversation)).containsExactly("one");
        }
    }

    @Test
    void soIsASendWhoseShardStopsMeanwhile(CassandraStore cassandra) {
        try (Instance instance = start(cassandra)) {
            cassandra.pause();
            CompletableFuture<List<Outcome>> answer =
                    instance.submit(append(conversation, UUID.randomUUID(), "one", BOTH, null));
            instance.shards().halt();
            cassandra.resume();

            assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(List.of(UNAVAILABLE));
        }
    }
}

package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Appended;
import app.parley.offlinestore.conversation.Outcome.AudienceUnknown;
import app.parley.offlinestore.conversation.Outcome.OtherVersion;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Reference;
import app.parley.offlinestore.conversation.SendKey;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.journal.JournalWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives messages their places, and a message that comes again the place that it has. What is too old to be remembered is
 * looked up; only then does the conversation wait for a store. Belongs to the shard's thread.
 */
final class Appends {

    private static final Logger LOG = LoggerFactory.getLogger(Appends.class);

    private final LoadedConversations conversations;
    private final Stores stores;
    private final JournalWriter writer;
    private final UnpublishedAppends unpublished;
    private final Supervision supervision;
    private final ShardMetrics metrics;

    Appends(
            LoadedConversations conversations,
            Stores stores,
            JournalWriter writer,
            UnpublishedAppends unpublished,
            Supervision supervision,
            ShardMetrics metrics) {
        this.conversations = conversations;
        this.stores = stores;
        this.writer = writer;
        this.unpublished = unpublished;
        this.supervision = supervision;
        this.metrics = metrics;
    }

    /** Answers a command of a batch, now or when its message is durable. */
    void append(Append append, Conversation conversation, Batch batch, int number) {
        SendKey key = new SendKey(append.sender(), append.id());
        Send earlier = conversation.find(key);
        if (earlier != null) {
            again(earlier, conversation, batch, number);
        } else if (conversation.mayBeIndexed(key)) {
            lookUp(key, append, conversation, batch, number);
        } else {
            first(append, conversation, batch, number);
        }
    }

    private void again(Send earlier, Conversation conversation, Batch batch, int number) {
        Instant at = Instant.ofEpochMilli(earlier.atMillis());
        unpublished.add(conversation, new Appended(earlier.seq(), at, true, List.of()), batch, number);
    }

    private void lookUp(SendKey key, Append append, Conversation conversation, Batch batch, int number) {
        metrics.lookedUp();
        conversations.hold(
                conversation.id(),
                stores.sends().find(conversation.id(), key).map(Optional::of).defaultIfEmpty(Optional.empty()),
                found -> {
                    found.ifPresentOrElse(
                            earlier -> again(earlier, conversation, batch, number),
                            () -> first(append, conversation, batch, number));
                    writer.flush();
                },
                failure -> {
                    LOG.debug("{} cannot be looked up", append, failure);
                    refuse(batch, number);
                });
    }

    private void first(Append append, Conversation conversation, Batch batch, int number) {
        if (writer.isFull()) {
            refuse(batch, number);
            return;
        }
        Outcome refusal = refusal(append, conversation, batch);
        if (refusal != null) {
            batch.answer(number, refusal);
            return;
        }
        Reference reference = append.reference();
        if (reference == null || !append.kind().isChange()) {
            place(append, conversation, batch, number);
            return;
        }
        Send origin = conversation.origin(reference.seq());
        if (origin == null) {
            lookUpOrigin(reference, append, conversation, batch, number);
        } else {
            placeAbout(origin, reference, append, conversation, batch, number);
        }
    }

    private static @Nullable Outcome refusal(Append append, Conversation conversation, Batch batch) {
        if (append.change() != null) {
            return conversation.refusal(append);
        }
        Outcome earlier = batch.refusalOf(conversation.id());
        if (earlier != null) {
            return earlier;
        }
        Outcome refusal = conversation.refusal(append);
        if (refusal instanceof OtherVersion || refusal instanceof AudienceUnknown) {
            batch.refuse(conversation.id(), refusal);
        }
        return refusal;
    }

    private void lookUpOrigin(Reference reference, Append append, Conversation conversation, Batch batch, int number) {
        conversations.hold(
                conversation.id(),
                stores.log()
                        .ascending(conversation.id(), reference.seq(), reference.seq(), 1)
                        .next()
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty()),
                found -> {
                    found.ifPresentOrElse(
                            message -> placeAbout(message, reference, append, conversation, batch, number),
                            () -> batch.answer(number, new Refused(Reason.TOO_LATE)));
                    writer.flush();
                },
                failure -> {
                    LOG.debug("What {} is about cannot be looked up", append, failure);
                    refuse(batch, number);
                });
    }

    private void placeAbout(
            Message origin, Reference reference, Append append, Conversation conversation, Batch batch, int number) {
        if (origin.isDeleted()) {
            batch.answer(number, new Refused(Reason.NO_SUCH_MESSAGE));
        } else {
            placeAbout(Send.of(origin), reference, append, conversation, batch, number);
        }
    }

    private void placeAbout(
            Send origin, Reference reference, Append append, Conversation conversation, Batch batch, int number) {
        Outcome fault = reference.fault(append.sender(), Instant.now(), origin);
        if (fault == null) {
            place(append, conversation, batch, number);
        } else {
            batch.answer(number, fault);
        }
    }

    private void place(Append append, Conversation conversation, Batch batch, int number) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<UUID> outdated = conversation.outdated(append.audience());
        conversation.append(append, now).forEach(event -> writer.add(conversation, event));
        supervision.watch(conversation);
        unpublished.add(conversation, new Appended(conversation.head(), now, false, outdated), batch, number);
    }

    /** Answers those that have waited for so long as unavailable. */
    void expire(Duration deadline) {
        unpublished.expire(deadline);
    }

    /** Answers all, and whatever comes from now on, as unavailable. */
    void stop() {
        unpublished.stop();
    }

    private void refuse(Batch batch, int number) {
        metrics.unavailable();
        batch.answer(number, new Refused(Reason.UNAVAILABLE));
    }
}

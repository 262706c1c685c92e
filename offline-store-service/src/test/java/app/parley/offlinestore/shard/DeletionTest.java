package app.parley.offlinestore.shard;

import static app.parley.offlinestore.shard.Instance.ANN;
import static app.parley.offlinestore.shard.Instance.ANNS_PHONE;
import static app.parley.offlinestore.shard.Instance.BEN;
import static app.parley.offlinestore.shard.Instance.BENS_LAPTOP;
import static app.parley.offlinestore.shard.Instance.BENS_PHONE;
import static app.parley.offlinestore.shard.Instance.BOTH;
import static app.parley.offlinestore.shard.Instance.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Command.MarkRead;
import app.parley.offlinestore.conversation.Gone;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Overview;
import app.parley.offlinestore.conversation.Reference;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.shard.ConversationList.Wanted;
import app.parley.test.CassandraStore;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is deleted or has disappeared, what is withheld, and what a list of conversations shows of it. */
@RealStores(Store.CASSANDRA)
class DeletionTest {

    private static final String ERASED_EDIT = "{\"type\":\"edit\",\"of\":1,\"content\":" + Message.DELETED + "}";

    private final UUID conversation = UUID.randomUUID();
    private final String secret = "secret-" + conversation;
    private final String edited = "edited-" + secret;
    private Instance instance;
    private CassandraStore cassandra;

    @BeforeEach
    void start(CassandraStore store) {
        cassandra = store;
        instance = Instance.start(store);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void isGoneAtOnceForWhoReadsAndSoonFromEveryTable() {
        say(Kind.MESSAGE, secret, null);
        say(Kind.EDIT, edited, edit(1));
        isStored(2);

        say(Kind.DELETION, "gone", edit(1));

        assertThat(instance.texts(conversation)).containsExactly(Message.DELETED, ERASED_EDIT, "gone");
        isStored(3);
        assertThat(instance.texts(conversation)).containsExactly(Message.DELETED, ERASED_EDIT, "gone");
        eventually(() -> assertThat(instance.isAnywhere(secret)).isFalse());
    }

    @Test
    void isGoneBeforeItWasEverStored() {
        say(Kind.MESSAGE, secret, null);
        say(Kind.EDIT, edited, edit(1));
        say(Kind.DELETION, "gone", edit(1));

        assertThat(instance.texts(conversation)).containsExactly(Message.DELETED, ERASED_EDIT, "gone");
        isStored(3);
        eventually(() -> assertThat(instance.isAnywhere(secret)).isFalse());
    }

    @Test
    void isGoneAfterARestartToo() {
        say(Kind.MESSAGE, secret, null);
        isStored(1);
        say(Kind.DELETION, "gone", edit(1));
        instance.die();

        instance = Instance.start(cassandra);

        assertThat(instance.texts(conversation)).containsExactly(Message.DELETED, "gone");
        eventually(() -> assertThat(instance.isAnywhere(secret)).isFalse());
    }

    @Test
    void canNeitherBeEditedNorAnsweredAnyMore() {
        say(Kind.MESSAGE, secret, null);
        say(Kind.DELETION, "gone", edit(1));

        assertThat(say(Kind.EDIT, edited, edit(1))).isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
        assertThat(say(Kind.REMARK, "heart", new Reference(1, false, 0)))
                .isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
        assertThat(say(Kind.DELETION, "gone", edit(1))).isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
        isStored(2);
        assertThat(say(Kind.REMARK, "heart", new Reference(1, false, 0)))
                .isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
    }

    @Test
    void onlyMessagesCanBe() {
        say(Kind.MESSAGE, secret, null);
        say(Kind.REMARK, "heart", new Reference(1, false, 0));
        say(Kind.NOTICE, "renamed", null);

        assertThat(say(Kind.DELETION, "gone", edit(2))).isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
        assertThat(say(Kind.DELETION, "gone", edit(3))).isEqualTo(new Refused(Reason.NO_SUCH_MESSAGE));
    }

    @Test
    void theListShowsTheLastMessageAsItIsNow() {
        say(Kind.MESSAGE, "one", null);
        say(Kind.MESSAGE, "two", null);
        say(Kind.REMARK, "heart", new Reference(1, false, 0));
        say(Kind.EDIT, "two, edited", edit(2));
        assertThat(overview(BEN)).satisfies(shown -> {
            assertThat(shown.last().content()).isEqualTo("two");
            assertThat(shown.edit()).isEqualTo("two, edited");
            assertThat(shown.unread()).isEqualTo(2);
            assertThat(shown.head()).isEqualTo(4);
        });
        assertThat(overview(ANN).unread()).isZero();

        instance.apply(new MarkRead(conversation, BEN, BENS_PHONE, 1));
        say(Kind.DELETION, "gone", edit(2));

        assertThat(overview(BEN).last().content()).isEqualTo(Message.DELETED);
        assertThat(overview(BEN).edit()).isNull();
        assertThat(overview(BEN).unread()).isOne();
    }

    @Test
    void theListIsTheSameForWhatIsNotInMemory() {
        say(Kind.MESSAGE, "one", null);
        say(Kind.EDIT, "one, edited", edit(1));
        say(Kind.MESSAGE, "two", null);
        Overview before = overview(BEN);
        isStored(3);
        instance.close();

        instance = Instance.start(cassandra);

        assertThat(instance.gauge("parley.conversations.loaded")).isZero();
        assertThat(overview(BEN)).isEqualTo(before);
        assertThat(instance.gauge("parley.conversations.loaded")).isZero();
    }

    @Test
    void theListPassesOverWhatAMemberDoesNotWantToSee() {
        say(Kind.MESSAGE, "one", null);
        say(Kind.EDIT, "one, edited", edit(1));
        say(Kind.MESSAGE, "two", null);

        Overview shown = overview(BEN, new Wanted(conversation, 0, List.of(3L)));
        assertThat(shown.last().content()).isEqualTo("one");
        assertThat(shown.edit()).isEqualTo("one, edited");
        assertThat(overview(BEN, new Wanted(conversation, 3, List.of())).last()).isNull();
    }

    @Test
    void whatIsWithheldIsForWhoSentItAlone() {
        say(Kind.MESSAGE, "one", null);
        instance.apply(command(Kind.MESSAGE, "two", null, true, null));
        instance.apply(command(Kind.MESSAGE, "three", null, true, null));

        assertThat(instance.texts(conversation, ANN)).containsExactly("one", "two", "three");
        assertThat(instance.texts(conversation, BEN)).containsExactly("one");
        assertThat(overview(BEN).last().content()).isEqualTo("one");
        assertThat(overview(BEN).unread()).isOne();
        assertThat(overview(BEN).head()).isOne();
        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);
        assertThat(instance.pending(BEN, BENS_PHONE))
                .noneMatch(position -> position.conversation().equals(conversation));

        say(Kind.MESSAGE, "four", null);

        assertThat(instance.texts(conversation, BEN)).containsExactly("one", "four");
        isStored(4);
        instance.close();
        instance = Instance.start(cassandra);
        assertThat(instance.texts(conversation, BEN)).containsExactly("one", "four");
        assertThat(instance.pending(BEN, BENS_PHONE))
                .anyMatch(position -> position.conversation().equals(conversation));
    }

    @Test
    void whatIsWithheldStaysSoHoweverOftenItIsSettled() {
        say(Kind.MESSAGE, "one", null);
        instance.acknowledge(conversation, BEN, BENS_PHONE, 1);
        instance.acknowledge(conversation, BEN, BENS_LAPTOP, 1);
        instance.apply(command(Kind.MESSAGE, "two", null, true, null));
        isStored(2);
        instance.apply(command(Kind.MESSAGE, "three", null, true, null));
        isStored(3);
        instance.close();
        instance = Instance.start(cassandra);

        assertThat(instance.texts(conversation, BEN)).containsExactly("one");
        assertThat(overview(BEN).last().content()).isEqualTo("one");
        instance.apply(command(Kind.EDIT, "one, edited", edit(1), true, null));
        assertThat(overview(BEN).edit()).isNull();
        say(Kind.MESSAGE, "five", null);
        assertThat(instance.texts(conversation, BEN)).containsExactly("one", "five");
    }

    @Test
    void whatHasDisappearedIsNeitherReadNorStored() {
        say(Kind.MESSAGE, "stays", null);
        instance.apply(command(Kind.NOTICE, "timer", null, false, 6L));
        say(Kind.MESSAGE, secret, null);
        assertThat(instance.texts(conversation)).containsExactly("stays", "timer", secret);
        assertThat(overview(BEN).last().content()).isEqualTo(secret);

        eventually(() -> assertThat(instance.texts(conversation)).containsExactly("stays", "timer"));
        eventually(() -> assertThat(instance.isAnywhere(secret)).isFalse());
        assertThat(overview(BEN).last().content()).isEqualTo("timer");

        instance.apply(command(Kind.NOTICE, "timer off", null, false, 0L));
        say(Kind.MESSAGE, "stays again", null);
        isStored(4);
        assertThat(instance.rows("message_by_conversation WHERE conversation = " + conversation
                        + " AND expires > 0 ALLOW FILTERING"))
                .isZero();
    }

    @Test
    void whoIsGoneLeavesNoTrace() {
        String words = "words-" + conversation;
        instance.apply(from(BEN, BENS_PHONE, Kind.MESSAGE, words, null));
        say(Kind.MESSAGE, "{\"mentions\":[\"" + BEN + "\"]}", null);
        instance.apply(from(BEN, BENS_PHONE, Kind.REMARK, "heart", new Reference(2, false, 0)));
        isStored(3);
        instance.apply(from(BEN, BENS_PHONE, Kind.MESSAGE, words, null));

        instance.forgetUser(conversation, BEN, true);

        List<String> left =
                List.of(Message.DELETED, "{\"mentions\":[\"" + Gone.NOBODY + "\"]}", Message.GONE, Message.DELETED);
        assertThat(instance.texts(conversation)).isEqualTo(left);
        assertThat(instance.messages(conversation, 0L, null, 10))
                .extracting(Message::sender)
                .containsExactly(Gone.NOBODY, ANN, Gone.NOBODY, Gone.NOBODY);
        eventually(() -> assertThat(instance.isAnywhere(words)).isFalse());
        eventually(() -> assertThat(instance.holding(conversation, BEN)).isEmpty());
        eventually(() -> assertThat(instance.rows("journal")).isZero());
        assertThat(instance.texts(conversation)).isEqualTo(left);
        assertThat(instance.pending(BEN, BENS_PHONE))
                .noneMatch(position -> position.conversation().equals(conversation));
    }

    @Test
    void whoIsGoneIsNotBroughtBackByWhoHasNotHeardOfIt() {
        say(Kind.MESSAGE, "hello", null);
        instance.forgetUser(conversation, BEN, true);

        assertThat(say(Kind.MESSAGE, "are you there?", null)).isEqualTo(new Refused(Reason.NOT_A_MEMBER));

        instance.die();
        instance = Instance.start(cassandra);
        assertThat(say(Kind.MESSAGE, "are you there?", null)).isEqualTo(new Refused(Reason.NOT_A_MEMBER));
        assertThat(instance.pending(BEN, BENS_PHONE))
                .noneMatch(position -> position.conversation().equals(conversation));
    }

    @Test
    void whoIsGoneMayLeaveTheirWordsWithoutTheirName() {
        instance.apply(from(BEN, BENS_PHONE, Kind.MESSAGE, "words", null));
        isStored(1);

        instance.forgetUser(conversation, BEN, false);
        instance.die();
        instance = Instance.start(cassandra);

        assertThat(instance.messages(conversation, 0L, null, 10))
                .extracting(Message::sender, Message::content)
                .containsExactly(tuple(Gone.NOBODY, "words"));
        eventually(() -> assertThat(instance.holding(conversation, BEN)).isEmpty());
    }

    private Overview overview(UUID user) {
        return overview(user, new Wanted(conversation, 0, List.of()));
    }

    private Overview overview(UUID user, Wanted wanted) {
        return instance.list(user, List.of(wanted)).getFirst();
    }

    private static Reference edit(long seq) {
        return new Reference(seq, true, 0);
    }

    private Outcome say(Kind kind, String content, @Nullable Reference reference) {
        return instance.apply(command(kind, content, reference, false, null));
    }

    private Append from(UUID sender, UUID device, Kind kind, String content, @Nullable Reference reference) {
        return command(sender, device, kind, content, reference, false, null);
    }

    private Append command(
            Kind kind, String content, @Nullable Reference reference, boolean withheld, @Nullable Long timer) {
        return command(ANN, ANNS_PHONE, kind, content, reference, withheld, timer);
    }

    private Append command(
            UUID sender,
            UUID device,
            Kind kind,
            String content,
            @Nullable Reference reference,
            boolean withheld,
            @Nullable Long timer) {
        return new Append(
                conversation,
                UUID.randomUUID(),
                sender,
                device,
                content,
                BOTH,
                0,
                Retention.ARCHIVE,
                0,
                null,
                kind,
                reference,
                withheld,
                timer);
    }

    /** Waits until so many messages are in the log, and the journal is empty. */
    private void isStored(int messages) {
        eventually(() -> assertThat(instance.rows(
                        "message_by_conversation WHERE conversation = " + conversation + " ALLOW FILTERING"))
                .isEqualTo(messages));
        eventually(() -> assertThat(instance.rows("journal")).isZero());
    }
}

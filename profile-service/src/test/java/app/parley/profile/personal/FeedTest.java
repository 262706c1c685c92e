package app.parley.profile.personal;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class FeedTest extends PersonalTest {

    @Autowired
    private PersonalConversations conversations;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate database;

    @Test
    void whoKeepsNothingHasAnEmptyFeed() {
        Part part = part(ada, "");

        assertThat(part.changes()).isEmpty();
        assertThat(part.version()).isZero();
        assertThat(part.more()).isFalse();
        assertThat(part(ada, "?cursor=" + part.cursor()).reset()).isFalse();
    }

    @Test
    void anEntryComesOnceAsItIsNowInTheOrderOfTheChanges() {
        UUID other = talks(ada, 1).getFirst();
        kept(ada, conversation, Map.of("archived", true));
        kept(ada, other, Map.of("archived", true));
        Map<String, Object> last = kept(ada, conversation, Map.of("archived", false));

        Part part = part(ada, "");

        assertThat(part.changes())
                .extracting(change -> change.get("conversation"))
                .containsExactly(other.toString(), conversation.toString());
        assertThat(part.changes().getLast()).isEqualTo(last);
        assertThat(versions(part.changes())).last().isEqualTo(part.version());
        assertThat(part(grace, "").changes()).isEmpty();
    }

    @Test
    void aDeviceHearsOfWhatFollowsItsCursorAndOfNothingTwice() {
        kept(ada, conversation, Map.of("archived", true));
        Part first = part(ada, "");

        assertThat(part(ada, "?cursor=" + first.cursor()).changes()).isEmpty();
        Map<String, Object> change = kept(ada, conversation, Map.of("draft", Map.of("type", "text", "text", "x")));
        assertThat(part(ada, "?cursor=" + first.cursor()).changes()).containsExactly(change);
        Map<String, Object> gone = kept(ada, conversation, Map.of("draft", Map.of()));
        assertThat(part(ada, "?cursor=" + first.cursor()).changes()).containsExactly(gone);
    }

    @Test
    void theFeedComesAPartAtATime() {
        List<UUID> talks = talks(ada, 5);
        talks.forEach(talk -> kept(ada, talk, Map.of("archived", true)));

        Part first = part(ada, "?limit=2");
        Part second = part(ada, "?limit=2&cursor=" + first.cursor());
        // what the device has not heard of yet it hears of as it is now
        kept(ada, talks.getLast(), Map.of("archived", false));
        Part third = part(ada, "?limit=2&cursor=" + second.cursor());

        assertThat(List.of(first.more(), second.more(), third.more())).containsExactly(true, true, false);
        assertThat(third.changes())
                .singleElement()
                .satisfies(change -> assertThat(change).containsEntry("archived", false));
        assertThat(part(ada, "?limit=5").more()).isFalse();
    }

    @Test
    void whoeverReadsOnWhileThereAreChangesMissesNone() throws Exception {
        List<UUID> talks = talks(ada, 6);
        AtomicBoolean done = new AtomicBoolean();
        FeedReader reader = new FeedReader();
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reading = devices.submit(() -> {
                while (!done.get()) {
                    reader.catchUp(cursor -> part(ada, limited(cursor)));
                }
            });
            List<Future<Integer>> changes = talks.stream()
                    .map(talk -> devices.submit(() -> {
                        for (int i = 0; i < 20; i++) {
                            kept(ada, talk, Map.of("draft", Map.of("type", "text", "text", "draft " + i)));
                        }
                        return 20;
                    }))
                    .toList();
            for (Future<Integer> change : changes) {
                change.get();
            }
            done.set(true);
            reading.get();
        }
        reader.catchUp(cursor -> part(ada, limited(cursor)));

        assertThat(part(ada, "").version()).isEqualTo(120);
        assertThat(reader.known()).isEqualTo(everything(ada)).hasSize(6);
    }

    /** Else whoever reads in between would go on from the second, and never hear of the first. */
    @Test
    void aChangeIsNotSeenBeforeOneThatHasALowerNumber() throws Exception {
        UUID other = talks(ada, 1).getFirst();
        ConversationEdit archive = new ConversationEdit(null, true, null, null);
        CountDownLatch stored = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = devices.submit(() -> transactions.executeWithoutResult(_ -> {
                conversations.change(ada.id(), conversation, archive);
                stored.countDown();
                await().until(() -> seen.getCount() == 0);
            }));
            stored.await();
            Future<?> second = devices.submit(() -> kept(ada, other, Map.of("archived", true)));
            await().until(() -> waitingForLocks() == 1);

            assertThat(part(ada, "").changes()).isEmpty();
            seen.countDown();
            first.get();
            second.get();
        }
        assertThat(part(ada, "").changes())
                .extracting(change -> change.get("conversation"))
                .containsExactly(conversation.toString(), other.toString());
    }

    private long waitingForLocks() {
        return database.queryForObject(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                Long.class);
    }

    private static String limited(String cursor) {
        return cursor.isEmpty() ? "?limit=2" : cursor + "&limit=2";
    }

    @Test
    void aDeviceThatKnowsMoreThanThereIsBeginsAnew() {
        Map<String, Object> change = kept(ada, conversation, Map.of("archived", true));

        Part part = part(ada, "?cursor=99.0");

        assertThat(part.reset()).isTrue();
        assertThat(part.changes()).containsExactly(change);
        assertThat(part(ada, "?cursor=" + part.cursor()).reset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=x",
                "cursor=",
                "cursor=7",
                "cursor=-1.0",
                "cursor=1.0.0",
                "cursor=9999999999999999999.0"
            })
    void aPlaceThatIsNoneIsInvalid(String query) {
        expectProblem(get(ada, "/v1/me/changes?" + query), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void nobodyReadsAFeedWithoutAToken() {
        expectProblem(
                client.anybody().get().uri("/v1/me/changes").exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }
}

package app.parley.profile.personal;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PersonalMessagesTest extends PersonalTest {

    @Autowired
    private JdbcTemplate database;

    @Test
    void aStarredMessageIsOnesOwnMatter() {
        Map<String, Object> starred =
                body(star(ada, conversation, 7).expectStatus().isOk());

        assertThat(starred)
                .containsEntry("type", "message")
                .containsEntry("conversation", conversation.toString())
                .containsEntry("seq", 7)
                .containsEntry("hidden", false);
        assertThat(starred.get("starredAt")).isNotNull();
        assertThat(body(star(ada, conversation, 7))).isEqualTo(starred);
        assertThat(stars(ada, "")).containsExactly(starred);
        assertThat(part(ada, "").changes()).containsExactly(starred);
        assertThat(stars(grace, "")).isEmpty();
    }

    @Test
    void aStarIsTakenAwayAndDevicesHearOfIt() {
        star(ada, conversation, 7);
        Part before = part(ada, "");

        unstar(ada, conversation, 7).expectStatus().isNoContent();
        unstar(ada, conversation, 7).expectStatus().isNoContent();
        unstar(ada, UUID.randomUUID(), 7).expectStatus().isNoContent();

        assertThat(stars(ada, "")).isEmpty();
        Part part = part(ada, "?cursor=" + before.cursor());
        assertThat(part.version()).isEqualTo(2);
        assertThat(part.changes())
                .singleElement()
                .satisfies(change -> assertThat(change)
                        .containsEntry("seq", 7)
                        .containsEntry("starredAt", null)
                        .containsEntry("hidden", false));
    }

    @Test
    void starsComeLastStarredFirstAPageAtATimeAndOfOneConversation() {
        UUID other = talks(ada, 1).getFirst();
        List<Map<String, Object>> starred = new ArrayList<>();
        starred.add(body(star(ada, conversation, 9)));
        starred.add(body(star(ada, other, 1)));
        starred.add(body(star(ada, conversation, 2)));
        Collections.reverse(starred);

        Map<String, Object> first = body(get(ada, "/v1/stars?limit=2"));
        Map<String, Object> second = body(get(ada, "/v1/stars?limit=2&cursor=" + first.get("next")));

        assertThat(list(first, "stars")).isEqualTo(starred.subList(0, 2));
        assertThat(list(second, "stars")).isEqualTo(starred.subList(2, 3));
        assertThat(second.get("next")).isNull();
        assertThat(stars(ada, "?conversation=" + other)).isEqualTo(starred.subList(1, 2));
    }

    @Test
    void noMoreAreStarredThanMayBe() throws InterruptedException {
        List<Integer> answers = atOnce(LongStream.rangeClosed(1, 8)
                .<Callable<ResponseSpec>>mapToObj(seq -> () -> star(ada, conversation, seq))
                .toList());

        assertThat(answers).containsOnly(200, 409);
        assertThat(stars(ada, "")).hasSize(4);
        expectProblem(star(ada, conversation, 9), HttpStatus.CONFLICT, "too_many_starred");
        unstar(ada, conversation, stars(ada, "").getFirst().get("seq"));
        star(ada, conversation, 9).expectStatus().isOk();
    }

    @Test
    void hiddenMessagesLoseTheirStarsAndGetNone() {
        star(ada, conversation, 3);

        hide(ada, conversation, Map.of("seqs", List.of(5, 3, 5))).expectStatus().isNoContent();

        assertThat(stars(ada, "")).isEmpty();
        List<Map<String, Object>> changes = part(ada, "").changes();
        assertThat(changes).extracting(change -> change.get("seq")).containsExactly(3, 5);
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(change).containsEntry("hidden", true).containsEntry("starredAt", null));
        versions(changes);
        expectProblem(star(ada, conversation, 3), HttpStatus.NOT_FOUND, "unknown_message");
        assertThat(part(grace, "").changes()).isEmpty();
    }

    @Test
    void aMessageHiddenAgainHasNoNewNumber() {
        send(HttpMethod.PUT, ada, "/v1/conversations/" + conversation + "/hidden/3", "")
                .expectStatus()
                .isNoContent();
        hide(ada, conversation, Map.of("seqs", List.of(3))).expectStatus().isNoContent();

        assertThat(part(ada, "").version()).isEqualTo(1);
    }

    @Test
    void toClearAConversationIsOneEntryInTheirPlace() {
        star(ada, conversation, 2);
        star(ada, conversation, 8);
        hide(ada, conversation, Map.of("seqs", List.of(3, 4, 9)));
        FeedReader device = new FeedReader();
        device.catchUp(cursor -> part(ada, cursor));

        hide(ada, conversation, Map.of("upTo", 6)).expectStatus().isNoContent();
        hide(ada, conversation, Map.of("upTo", 5)).expectStatus().isNoContent();
        hide(ada, conversation, Map.of("seqs", List.of(6))).expectStatus().isNoContent();

        assertThat(part(ada, "").changes())
                .extracting(change -> change.get("type"))
                .containsExactly("message", "message", "conversation");
        assertThat(part(ada, "").changes().getLast()).containsEntry("clearedTo", 6);
        device.catchUp(cursor -> part(ada, cursor));
        assertThat(device.known()).isEqualTo(everything(ada)).hasSize(3);
        expectProblem(star(ada, conversation, 6), HttpStatus.NOT_FOUND, "unknown_message");
        star(ada, conversation, 7).expectStatus().isOk();
    }

    @Test
    void noMoreAreHiddenOneByOneThanMayBe() {
        hide(ada, conversation, Map.of("seqs", List.of(1, 2, 3, 4, 5, 6)));

        expectProblem(hide(ada, conversation, Map.of("seqs", List.of(6, 7))), HttpStatus.CONFLICT, "too_many_hidden");
        hide(ada, conversation, Map.of("upTo", 7, "seqs", List.of(9)))
                .expectStatus()
                .isNoContent();
    }

    @Test
    void whatIsLongGoneIsForgottenAndWhoDidNotHearOfItBeginsAnew() {
        star(ada, conversation, 1);
        star(ada, conversation, 2);
        FeedReader away = new FeedReader();
        away.catchUp(cursor -> part(ada, cursor));
        Part knows = part(ada, "");

        unstar(ada, conversation, 1);
        for (int seq = 11; seq <= 14; seq++) {
            star(ada, conversation, seq);
            unstar(ada, conversation, seq);
        }

        assertThat(gone(ada)).isEqualTo(3);
        assertThat(part(ada, "?cursor=" + knows.cursor()).reset()).isTrue();
        away.catchUp(cursor -> part(ada, cursor.isEmpty() ? "?limit=1" : cursor + "&limit=1"));
        assertThat(away.known()).isEqualTo(everything(ada)).hasSize(1);
    }

    @Test
    void aDeviceThatBeginsAnewGetsToTheEndAPartAtATime() {
        star(ada, conversation, 1);
        star(ada, conversation, 2);
        for (int seq = 11; seq <= 16; seq++) {
            star(ada, conversation, seq);
            unstar(ada, conversation, seq);
        }

        Part first = part(ada, "?limit=1");
        Part second = part(ada, "?limit=1&cursor=" + first.cursor());

        assertThat(first.changes()).extracting(change -> change.get("seq")).containsExactly(1);
        assertThat(second.reset()).isFalse();
        assertThat(second.changes()).extracting(change -> change.get("seq")).containsExactly(2);
        // what it was told is gone, and then that it is
        unstar(ada, conversation, 1);
        for (int seq = 21; seq <= 24; seq++) {
            star(ada, conversation, seq);
            unstar(ada, conversation, seq);
        }
        assertThat(part(ada, "?limit=1&cursor=" + second.cursor()).reset()).isTrue();
    }

    @Test
    void whoIsNotInAConversationKeepsNothingOfItsMessages() {
        Person mallory = client.register("mallory");

        expectProblem(star(mallory, conversation, 1), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(
                hide(mallory, conversation, Map.of("seqs", List.of(1))), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(hide(mallory, conversation, Map.of("upTo", 1)), HttpStatus.NOT_FOUND, "unknown_conversation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "9007199254740992", "9999999999999999999"})
    void whatIsNoNumberOfAMessageIsInvalid(String seq) {
        expectProblem(star(ada, conversation, seq), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        expectProblem(unstar(ada, conversation, seq), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        expectProblem(
                send(HttpMethod.PUT, ada, "/v1/conversations/" + conversation + "/hidden/" + seq, ""),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"seqs\": []}",
                "{\"seqs\": [0]}",
                "{\"seqs\": [null]}",
                "{\"upTo\": 0}",
                "{\"upTo\": 9007199254740992}"
            })
    void whatNamesNoMessageIsInvalid(String hidden) {
        expectProblem(hide(ada, conversation, hidden), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        assertThat(part(ada, "").version()).isZero();
    }

    @Test
    void twoHundredAreHiddenAtOnceAtMost() {
        expectInvalid(
                hide(
                        ada,
                        conversation,
                        Map.of("seqs", LongStream.rangeClosed(1, 201).boxed().toList())),
                "seqs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "cursor=0", "cursor=x", "conversation=x"})
    void aPageThatIsNoneIsInvalid(String query) {
        expectProblem(get(ada, "/v1/stars?" + query), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    private List<Map<String, Object>> stars(Person person, String query) {
        return list(body(get(person, "/v1/stars" + query).expectStatus().isOk()), "stars");
    }

    private long gone(Person person) {
        return database.queryForObject(
                "select count(*) from personal_message where account_id = ? and starred_at is null and not hidden",
                Long.class,
                person.id());
    }
}

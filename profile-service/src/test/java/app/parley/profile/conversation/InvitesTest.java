package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.api.GroupChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class InvitesTest extends GroupTest {

    @Autowired
    private JdbcTemplate database;

    private UUID group;

    @BeforeEach
    void aGroupOfTwo() {
        group = group(ada, grace);
    }

    @Test
    void whoeverKnowsTheCodeMayJoin() {
        String code = code(Map.of());

        assertThat(body(look(mary, code).expectStatus().isOk()))
                .isEqualTo(Map.of("name", "Engine", "memberCount", 2, "approval", false));
        assertThat(body(accept(mary, code).expectStatus().isOk()))
                .containsEntry("id", group.toString())
                .containsEntry("role", "member")
                .containsEntry("memberCount", 3);

        GroupChange change = lastChange(group);
        assertThat(change.actor()).isEqualTo(mary.id());
        assertThat(change.joined()).containsExactly(mary.id());
        assertThat(content(change)).isEqualTo(Map.of("type", "group", "change", "joined", "users", ids(mary)));
        assertThat(chat.told(group)).containsExactly(1L, 2L);
        expectNoHoles(group);
    }

    @Test
    void anInviteIsAsItWasMade() {
        Instant before = Instant.now();
        Map<String, Object> plain = issue(Map.of());
        Map<String, Object> special = issue(Map.of("expiresIn", 60, "uses", 3, "approval", true));

        assertThat(plain)
                .containsEntry("uses", null)
                .containsEntry("used", 0)
                .containsEntry("approval", false)
                .containsKey("id");
        assertThat((String) plain.get("code")).matches("[A-Za-z0-9_-]{22,}");
        assertThat(Instant.parse((String) plain.get("expiresAt")))
                .isBetween(
                        before.plus(Duration.ofDays(7)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(7)));
        assertThat(special).containsEntry("uses", 3).containsEntry("approval", true);
        assertThat(Instant.parse((String) special.get("expiresAt")))
                .isBetween(before.plusSeconds(59), Instant.now().plusSeconds(60));
        assertThat(list("invites", get(ada, "/" + group + "/invites")))
                .hasSize(2)
                .allSatisfy(listed -> assertThat(listed)
                        .doesNotContainKey("code")
                        .containsEntry("creator", ada.id().toString())
                        .containsKeys("createdAt", "expiresAt", "used"))
                .extracting(listed -> listed.get("id"))
                .isEqualTo(List.of(plain.get("id"), special.get("id")));
    }

    @Test
    void theCodeIsNotStored() {
        String code = code(Map.of());

        assertThat(database.queryForList(
                        "select i::text from group_invite i where conversation_id = ?", String.class, group))
                .hasSize(1)
                .noneMatch(row -> row.contains(code));
    }

    @Test
    void whoIsInTheGroupStaysThereAndUsesNothingUp() {
        String code = code(Map.of("uses", 1));

        accept(grace, code).expectStatus().isOk();
        accept(mary, code).expectStatus().isOk();
        accept(mary, code).expectStatus().isOk();

        assertThat(changes(group)).hasSize(2);
    }

    @Test
    void aUsedUpInviteLetsNobodyElseIn() {
        String code = code(Map.of("uses", 1));
        accept(mary, code).expectStatus().isOk();
        Person late = client.register("late");

        expectProblem(accept(late, code), HttpStatus.GONE, "invite_used_up");
        expectProblem(look(late, code), HttpStatus.GONE, "invite_used_up");
        assertThat(list("invites", get(ada, "/" + group + "/invites"))).isEmpty();
    }

    @Test
    void anInviteOfOneUseLetsOneOfManyInAtOnce() throws Exception {
        String code = code(Map.of("uses", 1));
        List<Person> people =
                Stream.generate(() -> client.register("guest")).limit(6).toList();

        List<Integer> answers = atOnce(people.stream()
                .<Callable<ResponseSpec>>map(person -> () -> accept(person, code))
                .toList());

        assertThat(answers).containsOnly(200, 410);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(lookedUp(group).members()).hasSize(3);
        expectNoHoles(group);
    }

    @Test
    void anInviteOfOneUseLetsOneOfManyAskAtOnce() throws Exception {
        String code = code(Map.of("uses", 1, "approval", true));
        List<Person> people =
                Stream.generate(() -> client.register("guest")).limit(6).toList();

        List<Integer> answers = atOnce(people.stream()
                .<Callable<ResponseSpec>>map(person -> () -> accept(person, code))
                .toList());

        assertThat(answers).containsOnly(202, 410);
        assertThat(Collections.frequency(answers, 202)).isEqualTo(1);
    }

    @Test
    void anExpiredInviteLetsNobodyIn() {
        String code = code(Map.of());
        database.update("update group_invite set expires_at = now() where conversation_id = ?", group);

        expectProblem(look(mary, code), HttpStatus.GONE, "invite_expired");
        expectProblem(accept(mary, code), HttpStatus.GONE, "invite_expired");
        accept(grace, code).expectStatus().isOk();
        assertThat(list("invites", get(ada, "/" + group + "/invites"))).isEmpty();
    }

    @Test
    void longExpiredInvitesAreForgotten() {
        String code = code(Map.of());
        database.update(
                "update group_invite set expires_at = now() - interval '31 days' where conversation_id = ?", group);
        issue(Map.of());

        expectProblem(accept(mary, code), HttpStatus.NOT_FOUND, "unknown_invite");
    }

    @Test
    void aRevokedInviteLetsNobodyIn() {
        Map<String, Object> invite = issue(Map.of());
        String code = (String) invite.get("code");
        String path = "/" + group + "/invites/" + invite.get("id");

        delete(ada, path).expectStatus().isNoContent();
        delete(ada, path).expectStatus().isNoContent();

        expectProblem(look(mary, code), HttpStatus.GONE, "invite_revoked");
        expectProblem(accept(mary, code), HttpStatus.GONE, "invite_revoked");
        assertThat(list("invites", get(ada, "/" + group + "/invites"))).isEmpty();
    }

    @Test
    void aGroupThatAllHaveLeftTakesNobodyIn() {
        UUID alone = group(ada);
        String code =
                (String) body(post(ada, "/" + alone + "/invites", Map.of())).get("code");
        remove(ada, alone, ada).expectStatus().isNoContent();

        expectProblem(accept(mary, code), HttpStatus.GONE, "invite_revoked");
        expectProblem(look(mary, code), HttpStatus.GONE, "invite_revoked");
    }

    @Test
    void aFullGroupTakesNobodyIn() {
        add(ada, group, client.register("three"), client.register("four"), client.register("five"));
        String code = code(Map.of("uses", 1));

        expectProblem(accept(mary, code), HttpStatus.CONFLICT, "group_full");
        assertThat(list("invites", get(ada, "/" + group + "/invites")))
                .extracting(invite -> invite.get("used"))
                .containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAA", "%F0%9F%98%80"})
    void aCodeThatIsNoneLeadsNowhere(String code) {
        expectProblem(look(mary, code), HttpStatus.NOT_FOUND, "unknown_invite");
        expectProblem(accept(mary, code), HttpStatus.NOT_FOUND, "unknown_invite");
    }

    @Test
    void whoseAccountIsGoneJoinsNothing() {
        expectProblem(
                accept(new Person(UUID.randomUUID(), "gone"), code(Map.of())),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown_user");
    }

    @Test
    void onlyAdminsInvite() {
        String path = "/" + group + "/invites";
        Object invite = issue(Map.of()).get("id");
        UUID direct = direct(ada, grace);

        for (ResponseSpec answer :
                List.of(post(grace, path, Map.of()), get(grace, path), delete(grace, path + "/" + invite))) {
            expectProblem(answer, HttpStatus.FORBIDDEN, "not_an_admin");
        }
        for (ResponseSpec answer :
                List.of(post(mary, path, Map.of()), get(mary, path), delete(mary, path + "/" + invite))) {
            expectProblem(answer, HttpStatus.NOT_FOUND, "unknown_conversation");
        }
        for (ResponseSpec answer :
                List.of(post(ada, "/" + direct + "/invites", Map.of()), get(ada, "/" + direct + "/invites"))) {
            expectProblem(answer, HttpStatus.CONFLICT, "not_a_group");
        }
        expectProblem(delete(ada, path + "/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown_invite");
        expectProblem(delete(ada, "/" + group(ada) + "/invites/" + invite), HttpStatus.NOT_FOUND, "unknown_invite");
    }

    @Test
    void aGroupHasSoManyInvites() {
        Object first = issue(Map.of()).get("id");
        issue(Map.of());
        issue(Map.of());

        expectProblem(post(ada, "/" + group + "/invites", Map.of()), HttpStatus.CONFLICT, "too_many_invites");
        delete(ada, "/" + group + "/invites/" + first).expectStatus().isNoContent();
        issue(Map.of());
    }

    @Test
    void termsBeyondTheBoundsAreInvalid() {
        String path = "/" + group + "/invites";

        expectInvalid(post(ada, path, Map.of("expiresIn", 59)), "expiresIn");
        expectInvalid(post(ada, path, Map.of("expiresIn", 31_536_001)), "expiresIn");
        expectInvalid(post(ada, path, Map.of("uses", 0)), "uses");
        expectProblem(post(ada, path, Map.of("uses", "many")), HttpStatus.BAD_REQUEST, "malformed_json");
        expectProblem(post(ada, path, Map.of("uses", 3_000_000_000L)), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void whereAnAdminHasToAgreeOneAsks() {
        String code = code(Map.of("approval", true, "uses", 1));

        accept(mary, code).expectStatus().isAccepted().expectBody().isEmpty();
        accept(mary, code).expectStatus().isAccepted();

        expectProblem(get(mary, "/" + group), HttpStatus.NOT_FOUND, "unknown_conversation");
        List<Map<String, Object>> requests = list("requests", get(ada, requests()));
        assertThat(requests).extracting(request -> request.get("user")).isEqualTo(ids(mary));
        assertThat(requests.getFirst()).containsKey("requestedAt");
        assertThat(changes(group)).hasSize(1);

        put(ada, requests() + "/" + mary.id(), "").expectStatus().isNoContent();
        put(ada, requests() + "/" + mary.id(), "").expectStatus().isNoContent();

        get(mary, "/" + group).expectStatus().isOk();
        assertThat(list("requests", get(ada, requests()))).isEmpty();
        assertThat(lastChange(group).actor()).isEqualTo(ada.id());
        assertThat(content(lastChange(group)))
                .isEqualTo(Map.of("type", "group", "change", "added", "users", ids(mary)));
        assertThat(changes(group)).hasSize(2);
        accept(mary, code).expectStatus().isOk();
    }

    @Test
    void whoAsksIsRefusedOrAsksNoMore() {
        String code = code(Map.of("approval", true));
        for (Person person : List.of(ada, mary)) {
            accept(mary, code).expectStatus().isAccepted();
            delete(person, requests() + "/" + mary.id()).expectStatus().isNoContent();
            assertThat(list("requests", get(ada, requests()))).isEmpty();
        }

        expectProblem(delete(ada, requests() + "/" + mary.id()), HttpStatus.NOT_FOUND, "unknown_request");
        expectProblem(put(ada, requests() + "/" + mary.id(), ""), HttpStatus.NOT_FOUND, "unknown_request");
        expectProblem(delete(mary, requests() + "/" + mary.id()), HttpStatus.NOT_FOUND, "unknown_conversation");
        assertThat(changes(group)).hasSize(1);
    }

    @Test
    void onlyAdminsDecideWhoIsLetIn() {
        accept(mary, code(Map.of("approval", true))).expectStatus().isAccepted();

        expectProblem(get(grace, requests()), HttpStatus.FORBIDDEN, "not_an_admin");
        expectProblem(put(grace, requests() + "/" + mary.id(), ""), HttpStatus.FORBIDDEN, "not_an_admin");
        expectProblem(delete(grace, requests() + "/" + mary.id()), HttpStatus.FORBIDDEN, "not_an_admin");
        expectProblem(get(mary, requests()), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(put(mary, requests() + "/" + mary.id(), ""), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(get(ada, "/" + direct(ada, grace) + "/requests"), HttpStatus.CONFLICT, "not_a_group");
    }

    @Test
    void whoIsAddedAsksNoMore() {
        accept(mary, code(Map.of("approval", true))).expectStatus().isAccepted();

        add(grace, group, mary).expectStatus().isOk();

        assertThat(list("requests", get(ada, requests()))).isEmpty();
    }

    @Test
    void aFullGroupLetsNobodyInWhoAsks() {
        accept(mary, code(Map.of("approval", true))).expectStatus().isAccepted();
        add(ada, group, client.register("three"), client.register("four"), client.register("five"));

        expectProblem(put(ada, requests() + "/" + mary.id(), ""), HttpStatus.CONFLICT, "group_full");
        assertThat(list("requests", get(ada, requests()))).hasSize(1);
    }

    @Test
    void requestsComeAPageAtATime() {
        String code = code(Map.of("approval", true));
        Person other = client.register("other");
        accept(mary, code);
        accept(other, code);

        Map<String, Object> first =
                body(get(ada, requests() + "?limit=1").expectStatus().isOk());
        Map<String, Object> second = body(get(ada, requests() + "?limit=1&cursor=" + first.get("next")));

        assertThat(List.of(first.get("requests"), second.get("requests")).toString())
                .contains(mary.id().toString(), other.id().toString());
        assertThat(second.get("next")).isNull();
        expectInvalid(get(ada, requests() + "?limit=0"), "limit");
    }

    @Test
    void whoWasRemovedComesBackByAnInvite() {
        String code = code(Map.of());
        remove(ada, group, grace).expectStatus().isNoContent();

        accept(grace, code).expectStatus().isOk();
    }

    private String requests() {
        return "/" + group + "/requests";
    }

    private Map<String, Object> issue(Map<String, ?> terms) {
        return body(post(ada, "/" + group + "/invites", terms).expectStatus().isCreated());
    }

    private String code(Map<String, ?> terms) {
        return (String) issue(terms).get("code");
    }

    private ResponseSpec look(Person person, String code) {
        return get(person, "/v1/invites/" + code);
    }

    private ResponseSpec accept(Person person, String code) {
        return post(person, "/v1/invites/" + code, "");
    }
}

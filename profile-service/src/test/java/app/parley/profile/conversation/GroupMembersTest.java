package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.api.GroupChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class GroupMembersTest extends GroupTest {

    @Test
    void itsMembersAreListedAPageAtATime() {
        UUID group = group(ada, grace, mary);
        makeAdmin(ada, group, mary);

        List<Map<String, Object>> listed = new ArrayList<>();
        Map<String, Object> page =
                body(get(grace, "/" + group + "/members?limit=2").expectStatus().isOk());
        listed.addAll(members(page));
        assertThat(listed).hasSize(2);
        page = body(get(grace, "/" + group + "/members?limit=2&cursor=" + page.get("next")));
        listed.addAll(members(page));

        assertThat(page.get("next")).isNull();
        assertThat(listed).extracting(member -> member.get("user")).isEqualTo(ids(ada, grace, mary));
        assertThat(roles(listed))
                .isEqualTo(Map.of(
                        ada.id().toString(),
                        "owner",
                        grace.id().toString(),
                        "member",
                        mary.id().toString(),
                        "admin"));
        assertThat(listed).allMatch(member -> member.get("joinedAt") != null);
    }

    @Test
    void aDirectConversationHasTwoMembers() {
        assertThat(members(body(get(ada, "/" + direct(ada, grace) + "/members"))))
                .extracting(member -> member.get("role"))
                .containsExactly("member", "member");
    }

    @Test
    void whoIsAddedIsInTheGroupAndWhoWasThereIsPassedOver() {
        UUID group = group(ada, Map.of("history", "all"), grace);

        List<Map<String, Object>> added =
                members(body(add(grace, group, ada, mary).expectStatus().isOk()));

        assertThat(added)
                .extracting(member -> member.get("user"))
                .containsExactly(mary.id().toString());
        assertThat(added).extracting(member -> member.get("role")).containsExactly("member");
        GroupChange change = lastChange(group);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.actor()).isEqualTo(grace.id());
        assertThat(change.joined()).containsExactly(mary.id());
        assertThat(change.fromTheStart()).isTrue();
        assertThat(content(change)).isEqualTo(Map.of("type", "group", "change", "added", "users", ids(mary)));
        get(mary, "/" + group).expectStatus().isOk();
    }

    @Test
    void whereNobodyIsNewNothingChanges() {
        UUID group = group(ada, grace);

        assertThat(members(body(add(ada, group, grace, ada).expectStatus().isOk())))
                .isEmpty();
        give(ada, group, grace, "member").expectStatus().isOk();
        give(ada, group, ada, "owner").expectStatus().isOk();

        assertThat(changes(group)).hasSize(1);
        expectNoHoles(group);
    }

    @Test
    void whereOnlyAdminsAddNobodyElseDoes() {
        UUID group = group(ada, Map.of("adding", "admins"), grace);

        expectProblem(add(grace, group, mary), HttpStatus.FORBIDDEN, "not_an_admin");
        makeAdmin(ada, group, grace);
        add(grace, group, mary).expectStatus().isOk();
    }

    @Test
    void aFullGroupTakesNobodyMore() {
        UUID group = group(ada, grace, mary, client.register("four"), client.register("five"));

        expectProblem(add(ada, group, client.register("six")), HttpStatus.CONFLICT, "group_full");
        add(ada, group, grace, mary).expectStatus().isOk();
    }

    @Test
    void ofSeveralWhoAreAddedNobodyIsIfOneDoesNotExist() {
        UUID group = group(ada);
        UUID nobody = UUID.randomUUID();
        ResponseSpec answer = post(ada, "/" + group + "/members", Map.of("users", List.of(grace.id(), nobody)));

        expectProblem(answer, HttpStatus.UNPROCESSABLE_CONTENT, "unknown_user");
        assertThat(body(answer).get("users")).isEqualTo(List.of(nobody.toString()));
        assertThat(lookedUp(group).members()).containsExactly(ada.id());
        assertThat(changes(group)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"users\": []}", "{}", "{\"users\": [null]}"})
    void nobodyToAddIsInvalid(String body) {
        expectProblem(
                post(ada, "/" + group(ada) + "/members", body), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void whoIsRemovedFindsNoGroupAnyMore() {
        UUID group = group(ada, grace, mary);
        makeAdmin(ada, group, mary);

        remove(mary, group, grace).expectStatus().isNoContent();

        expectProblem(get(grace, "/" + group), HttpStatus.NOT_FOUND, "unknown_conversation");
        assertThat(lookedUp(group).members()).doesNotContain(grace.id());
        GroupChange change = lastChange(group);
        assertThat(change.actor()).isEqualTo(mary.id());
        assertThat(change.left()).containsExactly(grace.id());
        assertThat(content(change)).isEqualTo(Map.of("type", "group", "change", "removed", "users", ids(grace)));
        expectProblem(remove(mary, group, grace), HttpStatus.NOT_FOUND, "not_a_member");
    }

    @Test
    void onlyAdminsRemoveAndNobodyRemovesTheOwner() {
        UUID group = group(ada, grace, mary);

        expectProblem(remove(grace, group, mary), HttpStatus.FORBIDDEN, "not_an_admin");
        makeAdmin(ada, group, grace);
        expectProblem(remove(grace, group, ada), HttpStatus.FORBIDDEN, "not_the_owner");
        assertThat(lookedUp(group).members()).hasSize(3);
    }

    @Test
    void everybodyMayLeave() {
        UUID group = group(ada, grace);

        remove(grace, group, grace).expectStatus().isNoContent();

        GroupChange change = lastChange(group);
        assertThat(change.left()).containsExactly(grace.id());
        assertThat(content(change)).isEqualTo(Map.of("type", "group", "change", "left", "users", ids(grace)));
        expectProblem(remove(grace, group, grace), HttpStatus.NOT_FOUND, "unknown_conversation");
    }

    @Test
    void theOwnerLeavesLastOrHandsOver() {
        UUID group = group(ada, grace);

        expectProblem(remove(ada, group, ada), HttpStatus.CONFLICT, "last_owner");
        remove(grace, group, grace).expectStatus().isNoContent();
        remove(ada, group, ada).expectStatus().isNoContent();

        assertThat(lookedUp(group).members()).isEmpty();
        assertThat(changes(group)).hasSize(3);
        expectProblem(get(ada, "/" + group), HttpStatus.NOT_FOUND, "unknown_conversation");
    }

    @Test
    void adminsMakeAndUnmakeAdmins() {
        UUID group = group(ada, grace, mary);
        makeAdmin(ada, group, grace);

        assertThat(body(give(grace, group, mary, "admin").expectStatus().isOk()))
                .containsEntry("user", mary.id().toString())
                .containsEntry("role", "admin");
        assertThat(content(lastChange(group)))
                .isEqualTo(Map.of("type", "group", "change", "role", "users", ids(mary), "role", "admin"));
        give(mary, group, grace, "member").expectStatus().isOk();
        expectProblem(give(grace, group, mary, "member"), HttpStatus.FORBIDDEN, "not_an_admin");
        give(mary, group, mary, "member").expectStatus().isOk();
        expectNoHoles(group);
    }

    @Test
    void onlyTheOwnerHandsTheOwnershipOver() {
        UUID group = group(ada, grace, mary);
        makeAdmin(ada, group, grace);

        expectProblem(give(grace, group, mary, "owner"), HttpStatus.FORBIDDEN, "not_the_owner");
        expectProblem(give(grace, group, ada, "member"), HttpStatus.FORBIDDEN, "not_the_owner");
        expectProblem(give(ada, group, ada, "admin"), HttpStatus.CONFLICT, "last_owner");
        give(ada, group, mary, "owner").expectStatus().isOk();

        assertThat(roles(members(body(get(ada, "/" + group + "/members")))))
                .isEqualTo(Map.of(
                        ada.id().toString(),
                        "admin",
                        grace.id().toString(),
                        "admin",
                        mary.id().toString(),
                        "owner"));
        assertThat(content(lastChange(group)))
                .isEqualTo(Map.of("type", "group", "change", "role", "users", ids(mary), "role", "owner"));
        assertThat(changes(group)).hasSize(3);
        remove(ada, group, ada).expectStatus().isNoContent();
    }

    @Test
    void toOthersThereIsNoSuchGroup() {
        UUID group = group(ada, grace);

        for (UUID asked : List.of(group, UUID.randomUUID())) {
            expectUnknown(get(mary, "/" + asked));
            expectUnknown(get(mary, "/" + asked + "/members"));
            expectUnknown(add(mary, asked, mary));
            expectUnknown(give(mary, asked, grace, "admin"));
            expectUnknown(remove(mary, asked, grace));
            expectUnknown(remove(mary, asked, mary));
            expectUnknown(put(mary, "/" + asked + "/retention", Map.of("retention", "wipe")));
        }
        assertThat(changes(group)).hasSize(1);
    }

    @Test
    void aConversationOfTwoIsNoGroup() {
        UUID direct = direct(ada, grace);

        expectProblem(add(ada, direct, mary), HttpStatus.CONFLICT, "not_a_group");
        expectProblem(give(ada, direct, grace, "admin"), HttpStatus.CONFLICT, "not_a_group");
        expectProblem(remove(ada, direct, grace), HttpStatus.CONFLICT, "not_a_group");
        expectProblem(remove(ada, direct, ada), HttpStatus.CONFLICT, "not_a_group");
        expectUnknown(add(mary, direct, mary));
        assertThat(lookedUp(direct).members()).hasSize(2);
    }

    @Test
    void aRoleOfWhoIsNotInTheGroupIsNobodys() {
        expectProblem(give(ada, group(ada), grace, "admin"), HttpStatus.NOT_FOUND, "not_a_member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"role\": \"king\"}", "{\"role\": 0}"})
    void aRoleThatIsNoneIsMalformed(String body) {
        UUID group = group(ada, grace);

        expectProblem(
                put(ada, "/" + group + "/members/" + grace.id() + "/role", body),
                HttpStatus.BAD_REQUEST,
                "malformed_json");
    }

    @Test
    void aLimitBeyondTheBoundsIsInvalid() {
        UUID group = group(ada);

        expectInvalid(get(ada, "/" + group + "/members?limit=0"), "limit");
        expectInvalid(get(ada, "/" + group + "/members?limit=501"), "limit");
        expectProblem(get(ada, "/" + group + "/members?cursor=x"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @RepeatedTest(5)
    void ofTwoAdminsWhoRemoveEachOtherAtOnceOneStays() throws Exception {
        UUID group = group(ada, grace, mary);
        makeAdmin(ada, group, grace);
        makeAdmin(ada, group, mary);

        List<Integer> answers = atOnce(List.of(() -> remove(grace, group, mary), () -> remove(mary, group, grace)));

        assertThat(answers).containsExactlyInAnyOrder(204, 404);
        assertThat(lookedUp(group).members()).hasSize(2);
        expectNoHoles(group);
    }

    @RepeatedTest(3)
    void handedOverToTwoAtOnceAGroupHasOneOwner() throws Exception {
        UUID group = group(ada, grace, mary);

        List<Integer> answers =
                atOnce(List.of(() -> give(ada, group, grace, "owner"), () -> give(ada, group, mary, "owner")));

        assertThat(answers).containsExactlyInAnyOrder(200, 403);
        assertThat(roles(members(body(get(ada, "/" + group + "/members")))).values())
                .containsExactlyInAnyOrder("owner", "admin", "member");
        expectNoHoles(group);
    }

    @Test
    void theSamePersonAddedAtOnceIsAddedOnce() throws Exception {
        UUID group = group(ada, grace);

        List<Integer> answers = atOnce(IntStream.range(0, 8)
                .<Callable<ResponseSpec>>mapToObj(i -> () -> add(i % 2 == 0 ? ada : grace, group, mary))
                .toList());

        assertThat(answers).containsOnly(200);
        assertThat(lookedUp(group).members()).hasSize(3);
        assertThat(changes(group)).hasSize(2);
    }

    @Test
    void manyAddedAtOnceDoNotOverfillTheGroup() throws Exception {
        UUID group = group(ada);
        List<Person> people =
                Stream.generate(() -> client.register("more")).limit(10).toList();

        List<Integer> answers = atOnce(people.stream()
                .<Callable<ResponseSpec>>map(person -> () -> add(ada, group, person))
                .toList());

        assertThat(answers).containsOnly(200, 409);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(4);
        assertThat(lookedUp(group).members()).hasSize(5);
        expectNoHoles(group);
    }

    private static void expectUnknown(ResponseSpec answer) {
        expectProblem(answer, HttpStatus.NOT_FOUND, "unknown_conversation");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> members(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("members");
    }

    private static Map<Object, Object> roles(List<Map<String, Object>> members) {
        Map<Object, Object> roles = new HashMap<>();
        members.forEach(member -> roles.put(member.get("user"), member.get("role")));
        return roles;
    }
}

package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.api.GroupChange;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

class GroupFoundingTest extends GroupTest {

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void whoFoundsAGroupOwnsItAndEverybodyNamedIsInIt() {
        var answer = post(
                        ada,
                        "",
                        Map.of(
                                "name", " Analytical engine ",
                                "description", "Notes\r\nand numbers ",
                                "members", List.of(grace.id(), mary.id(), grace.id(), ada.id()),
                                "sending", "admins",
                                "adding", "admins",
                                "history", "all"))
                .expectStatus()
                .isCreated();
        String id = (String) body(answer.expectHeader().exists("Location")).get("id");

        assertThat(answer.returnResult().getResponseHeaders().getLocation()).hasToString("/v1/conversations/" + id);
        assertThat(body(get(grace, "/" + id).expectStatus().isOk()))
                .containsEntry("kind", "group")
                .containsEntry("name", "Analytical engine")
                .containsEntry("description", "Notes\nand numbers")
                .containsEntry("members", null)
                .containsEntry("memberCount", 3)
                .containsEntry("role", "member")
                .containsEntry("sending", "admins")
                .containsEntry("editing", "members")
                .containsEntry("adding", "admins")
                .containsEntry("history", "all")
                .containsEntry("retention", null)
                .containsKey("createdAt");
        assertThat(body(get(ada, "/" + id))).containsEntry("role", "owner");
    }

    @Test
    void itsFirstChangeTellsOfIt() {
        UUID group = group(ada, grace, mary);

        GroupChange created = changes(group).getFirst();

        assertThat(created.conversation()).isEqualTo(group);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.actor()).isEqualTo(ada.id());
        assertThat(created.joined()).containsExactlyInAnyOrder(ada.id(), grace.id(), mary.id());
        assertThat(created.left()).isEmpty();
        assertThat(created.fromTheStart()).isFalse();
        assertThat(created.id().version()).isEqualTo(7);
        assertThat(content(created).keySet().stream().map(Object::toString))
                .containsExactly("type", "change", "name", "users");
        assertThat(content(created))
                .isEqualTo(
                        Map.of("type", "group", "change", "created", "name", "Engine", "users", sorted(grace, mary)));
    }

    @Test
    void otherServicesLearnItsMembersVersionAndSenders() {
        UUID open = group(ada, grace);
        UUID closed = group(ada, Map.of("sending", "admins"), grace, mary);

        assertThat(lookedUp(open).members()).containsExactlyInAnyOrder(ada.id(), grace.id());
        assertThat(lookedUp(open).version()).isEqualTo(1);
        assertThat(lookedUp(open).adminsSend()).isFalse();
        assertThat(lookedUp(closed).adminsSend()).isTrue();
        assertThat(lookedUp(closed).admins()).containsExactly(ada.id());
        makeAdmin(ada, closed, mary);
        assertThat(lookedUp(closed).admins()).containsExactlyInAnyOrder(ada.id(), mary.id());
        assertThat(lookedUp(direct(ada, grace)).version()).isZero();
        assertThat(client.api().changes(UUID.randomUUID(), 0).block()).isEmpty();
        assertThat(client.api().changes(closed, 1).block())
                .extracting(GroupChange::version)
                .containsExactly(2L);
    }

    @Test
    void oneMayBeginAlone() {
        assertThat(body(get(ada, "/" + group(ada)))).containsEntry("memberCount", 1);
    }

    @Test
    void groupsAndConversationsOfTwoStandInOneList() {
        UUID direct = direct(ada, grace);
        UUID group = group(ada, grace, mary);
        UUID other = group(mary, ada);

        List<Map<String, Object>> listed = list("conversations", get(ada, ""));

        assertThat(listed)
                .extracting(view -> view.get("id"))
                .containsExactly(other.toString(), group.toString(), direct.toString());
        assertThat(listed).extracting(view -> view.get("memberCount")).containsExactly(2, 3, null);
        assertThat(listed).extracting(view -> view.get("role")).containsExactly("member", "owner", null);
        assertThat(listed).extracting(view -> view.get("kind")).containsExactly("group", "group", "direct");
        assertThat((List<?>) listed.getLast().get("members")).hasSize(2);
    }

    @Test
    void aListCostsFewQueriesHoweverManyThereAre() {
        for (int i = 0; i < 5; i++) {
            group(ada, grace, mary);
            direct(ada, client.register("other"));
        }
        Statistics queries = entities.unwrap(SessionFactory.class).getStatistics();
        queries.setStatisticsEnabled(true);
        try {
            assertThat(list("conversations", get(ada, ""))).hasSize(10);
            assertThat(queries.getEntityFetchCount() + queries.getCollectionFetchCount())
                    .isZero();
            // others may run meanwhile: the round that looks for what no log tells
            assertThat(queries.getEntityLoadCount()).isEqualTo(10);
            assertThat(queries.getCollectionLoadCount()).isZero();
        } finally {
            queries.setStatisticsEnabled(false);
            queries.clear();
        }
    }

    @Test
    void aGroupHasRoomForSoMany() {
        Person[] four = Stream.generate(() -> client.register("more")).limit(4).toArray(Person[]::new);

        group(ada, four);
        expectProblem(
                post(
                        ada,
                        "",
                        Map.of(
                                "name",
                                "Engine",
                                "members",
                                ids(Stream.concat(Stream.of(four), Stream.of(grace))
                                        .toArray(Person[]::new)))),
                HttpStatus.CONFLICT,
                "group_full");
    }

    @Test
    void whoDoesNotExistIsNamed() {
        UUID nobody = UUID.randomUUID();
        var answer = post(ada, "", Map.of("name", "Engine", "members", List.of(grace.id(), nobody)));

        expectProblem(answer, HttpStatus.UNPROCESSABLE_CONTENT, "unknown_user");
        assertThat(body(answer).get("users")).isEqualTo(List.of(nobody.toString()));
        expectProblem(
                post(new Person(UUID.randomUUID(), "gone"), "", Map.of("name", "Engine", "members", List.of())),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown_user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u202eengine", "line\nbreak"})
    void aNameThatNobodySeesIsRefused(String name) {
        expectInvalid(post(ada, "", Map.of("name", name, "members", List.of())), "name");
    }

    @Test
    void longTextsAreRefused() {
        expectInvalid(post(ada, "", Map.of("name", "x".repeat(10_000), "members", List.of())), "name");
        expectInvalid(
                post(ada, "", Map.of("name", "x", "members", List.of(), "description", "x".repeat(513))),
                "description");
        post(ada, "", Map.of("name", "x".repeat(64), "members", List.of(), "description", "x\n".repeat(256)))
                .expectStatus()
                .isCreated();
    }

    @Test
    void whatIsMissingIsInvalid() {
        expectInvalid(post(ada, "", Map.of("members", List.of())), "name");
        expectInvalid(post(ada, "", Map.of("name", "Engine")), "members");
        expectInvalid(post(ada, "", "{\"name\": \"Engine\", \"members\": [null]}"), "members[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "{\"name\": \"Engine\", \"members\": [\"grace\"]}",
                "{\"name\": \"Engine\", \"members\": [], \"sending\": \"nobody\"}",
                "{\"name\": \"Engine\", \"members\": [], \"history\": 1}"
            })
    void whatIsNoGroupIsMalformed(String body) {
        expectProblem(post(ada, "", body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void onlyAdminsSetHowLongMessagesAreKept() {
        UUID group = group(ada, grace);

        expectProblem(
                put(grace, "/" + group + "/retention", Map.of("retention", "archive")),
                HttpStatus.FORBIDDEN,
                "not_an_admin");
        assertThat(body(put(ada, "/" + group + "/retention", Map.of("retention", "archive"))
                        .expectStatus()
                        .isOk()))
                .containsEntry("retention", "archive")
                .containsEntry("memberCount", 2);
        assertThat(content(lastChange(group)))
                .isEqualTo(Map.of("type", "group", "change", "settings", "retention", "archive"));
        put(ada, "/" + group + "/retention", Map.of("retention", "archive"))
                .expectStatus()
                .isOk();
        assertThat(chat.told(group)).as("the same again is no change").containsExactly(1L, 2L);
    }

    @Test
    void nobodyFoundsAGroupWithoutAToken() {
        expectProblem(
                client.post("/v1/conversations", Map.of("name", "Engine", "members", List.of())),
                HttpStatus.UNAUTHORIZED,
                "unauthenticated");
    }

    private static List<String> sorted(Person... people) {
        return Stream.of(people).map(Person::id).sorted().map(UUID::toString).toList();
    }
}

package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.api.GroupChange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class GroupEditingTest extends GroupTest {

    @Test
    void aGroupIsCalledSomethingElse() {
        UUID group = group(ada, grace);

        assertThat(body(patch(grace, "/" + group, Map.of("name", " Difference engine "))
                        .expectStatus()
                        .isOk()))
                .containsEntry("name", "Difference engine")
                .containsEntry("description", null);

        GroupChange change = lastChange(group);
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.actor()).isEqualTo(grace.id());
        assertThat(change.joined()).isEmpty();
        assertThat(change.left()).isEmpty();
        assertThat(content(change)).isEqualTo(Map.of("type", "group", "change", "info", "name", "Difference engine"));
        assertThat(chat.told(group)).containsExactly(1L, 2L);
    }

    @Test
    void aDescriptionComesAndGoes() {
        UUID group = group(ada);

        patch(ada, "/" + group, Map.of("description", "Notes")).expectStatus().isOk();
        assertThat(body(get(ada, "/" + group))).containsEntry("description", "Notes");
        patch(ada, "/" + group, Map.of("description", "")).expectStatus().isOk();

        assertThat(body(get(ada, "/" + group))).containsEntry("description", null);
        assertThat(content(lastChange(group))).isEqualTo(Map.of("type", "group", "change", "info", "description", ""));
    }

    @Test
    void infoAndSettingsAreTwoChanges() {
        UUID group = group(ada, Map.of("adding", "admins"), grace);

        patch(
                        ada,
                        "/" + group,
                        Map.of(
                                "name", "Engines",
                                "sending", "admins",
                                "editing", "admins",
                                "adding", "admins",
                                "history", "all"))
                .expectStatus()
                .isOk();

        List<GroupChange> changes = changes(group);
        assertThat(changes).hasSize(3);
        assertThat(content(changes.get(1))).isEqualTo(Map.of("type", "group", "change", "info", "name", "Engines"));
        assertThat(content(changes.get(2)))
                .isEqualTo(Map.of(
                        "type",
                        "group",
                        "change",
                        "settings",
                        "sending",
                        "admins",
                        "editing",
                        "admins",
                        "history",
                        "all"));
        assertThat(chat.told(group)).containsExactly(1L, 3L);
        assertThat(lookedUp(group).adminsSend()).isTrue();
        assertThat(lookedUp(group).admins()).containsExactly(ada.id());
        expectNoHoles(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null}", "{\"name\": \" Engine\", \"sending\": \"members\"}"})
    void whatIsTheSameIsNoChange(String body) {
        UUID group = group(ada);

        assertThat(body(patch(ada, "/" + group, body).expectStatus().isOk())).containsEntry("name", "Engine");

        assertThat(changes(group)).hasSize(1);
        assertThat(chat.told(group)).containsExactly(1L);
    }

    @Test
    void whoMayNotDoAllOfItDoesNothing() {
        UUID group = group(ada, grace);

        for (String setting : List.of("sending", "editing", "adding")) {
            expectProblem(
                    patch(grace, "/" + group, Map.of("name", "Engines", setting, "admins")),
                    HttpStatus.FORBIDDEN,
                    "not_an_admin");
        }
        expectProblem(patch(grace, "/" + group, Map.of("history", "all")), HttpStatus.FORBIDDEN, "not_an_admin");
        patch(ada, "/" + group, Map.of("editing", "admins")).expectStatus().isOk();
        expectProblem(patch(grace, "/" + group, Map.of("name", "Mine")), HttpStatus.FORBIDDEN, "not_an_admin");
        assertThat(body(get(grace, "/" + group))).containsEntry("name", "Engine");
    }

    @Test
    void toOthersThereIsNoSuchGroupAndTwoAreNone() {
        expectProblem(
                patch(mary, "/" + group(ada, grace), Map.of("name", "Mine")),
                HttpStatus.NOT_FOUND,
                "unknown_conversation");
        expectProblem(patch(ada, "/" + direct(ada, grace), Map.of("name", "Ours")), HttpStatus.CONFLICT, "not_a_group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u202eengine", "line\nbreak"})
    void aNameThatNobodySeesIsRefused(String name) {
        expectInvalid(patch(ada, "/" + group(ada), Map.of("name", name)), "name");
    }

    @Test
    void longTextsAreRefused() {
        UUID group = group(ada);

        expectInvalid(patch(ada, "/" + group, Map.of("name", "x".repeat(10_000))), "name");
        expectInvalid(patch(ada, "/" + group, Map.of("description", "x".repeat(513))), "description");
        expectInvalid(patch(ada, "/" + group, Map.of("description", "a\u0007bell")), "description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "{\"sending\": \"nobody\"}", "{\"adding\": 1}", "{\"name\": {}}"})
    void whatIsNoChangeIsMalformed(String body) {
        expectProblem(patch(ada, "/" + group(ada), body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void changesAtOnceAreMadeOneAfterTheOther() throws Exception {
        UUID group = group(ada, grace, mary);

        List<Integer> answers = atOnce(IntStream.range(0, 12)
                .<Callable<ResponseSpec>>mapToObj(i -> () -> patch(grace, "/" + group, Map.of("name", "Engine " + i)))
                .toList());

        assertThat(answers).containsOnly(200);
        assertThat(changes(group)).hasSize(13);
        expectNoHoles(group);
    }
}

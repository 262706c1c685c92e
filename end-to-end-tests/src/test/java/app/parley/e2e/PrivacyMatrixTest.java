package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What Alice shows, for each attribute and each circle that she lets see it, to a stranger, to a contact of hers, to somebody
 * whom she has blocked, and to somebody who has blocked her: wherever people are shown, through the gateway.
 */
@ExtendWith(Suite.class)
@TestInstance(Lifecycle.PER_CLASS)
class PrivacyMatrixTest {

    private static final String ABOUT = "Down the rabbit hole";
    private static final String PHOTO = "0193a1c2-0000-7000-8000-0000000000f0";

    /** That each viewer has sent to Alice before anybody blocked anybody: one to be read for each circle. */
    private static final int MESSAGES = 3;

    private enum Circle {
        EVERYONE,
        CONTACTS,
        NOBODY;

        private String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How somebody stands to Alice. */
    private enum Relation {
        STRANGER,
        CONTACT,
        BLOCKED,
        BLOCKER;

        private boolean isIn(Circle circle) {
            return switch (this) {
                case STRANGER -> circle == Circle.EVERYONE;
                case CONTACT -> circle != Circle.NOBODY;
                case BLOCKED, BLOCKER -> false;
            };
        }
    }

    /** Somebody who looks at Alice, watches her, and has written to her. */
    private record Viewer(Relation relation, Account account, Device device, UUID conversation) {

        private Session session() {
            return device.session();
        }

        /** The last that was heard of Alice's presence. */
        private @Nullable JsonNode presence() {
            return device.frames().stream()
                    .filter(frame -> frame.path("type").asString().equals("presence"))
                    .reduce((_, last) -> last)
                    .orElse(null);
        }
    }

    private final PublicApi api;
    private Account alice;
    private Session desktop;
    private Device phone;
    private List<Viewer> viewers;
    private UUID group;

    PrivacyMatrixTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeAll
    void people() {
        alice = api.register("alice");
        desktop = api.login(alice);
        phone = Device.connect(api, api.login(alice));
        expect(200, call("PATCH", "/v1/me", desktop, Map.of("about", ABOUT, "photo", PHOTO)));
        viewers = Arrays.stream(Relation.values()).map(this::viewer).toList();
        List<UUID> members =
                viewers.stream().map(viewer -> viewer.account().id()).toList();
        Answer founded = call("POST", "/v1/conversations", desktop, Map.of("name", "Tea party", "members", members));
        expect(201, founded);
        group = UUID.fromString(founded.json().path("id").asString());
        viewers.forEach(this::relate);
    }

    @AfterAll
    void disconnect() {
        phone.close();
        viewers.forEach(viewer -> viewer.device().close());
    }

    @BeforeEach
    void everythingIsShown() {
        choose(
                desktop,
                Map.of(
                        "lastSeen", "everyone",
                        "online", "everyone",
                        "about", "everyone",
                        "photo", "everyone",
                        "readReceipts", "everyone",
                        "groups", "everyone"));
    }

    private Viewer viewer(Relation relation) {
        Account account = api.register(relation.name().toLowerCase(Locale.ROOT));
        Device device = Device.connect(api, api.login(account));
        UUID conversation = device.send(alice.id(), "message 1").conversation();
        for (int i = 2; i <= MESSAGES; i++) {
            device.say(conversation, "message " + i);
        }
        device.awaitFrame("receipt", receipt -> receipt.path("delivered").asLong() == MESSAGES);
        expect(200, call("PUT", "/v1/contacts/" + alice.id(), device.session(), nameless()));
        device.write(Map.of("type", "watch", "users", List.of(alice.id())));
        device.awaitFrame("presence", presence -> presence.path("online").asBoolean());
        return new Viewer(relation, account, device, conversation);
    }

    private void relate(Viewer viewer) {
        UUID user = viewer.account().id();
        switch (viewer.relation()) {
            case STRANGER -> {}
            case CONTACT -> expect(200, call("PUT", "/v1/contacts/" + user, desktop, nameless()));
            case BLOCKED -> expect(204, call("PUT", "/v1/blocks/" + user, desktop, null));
            case BLOCKER -> expect(204, call("PUT", "/v1/blocks/" + alice.id(), viewer.session(), null));
        }
    }

    private static Map<String, @Nullable String> nameless() {
        return Collections.singletonMap("name", null);
    }

    private Answer call(String method, String path, Session session, @Nullable Object body) {
        return api.call(method, path, session.accessToken(), body);
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private void choose(Session session, Map<String, String> change) {
        expect(200, call("PATCH", "/v1/me/privacy", session, change));
    }

    private void show(String attribute, Circle circle) {
        choose(desktop, Map.of(attribute, circle.wire()));
    }

    @ParameterizedTest
    @EnumSource(Circle.class)
    void about(Circle circle) {
        show("about", circle);
        viewers.forEach(viewer -> expectField(viewer, "about", viewer.relation().isIn(circle) ? ABOUT : null));
    }

    @ParameterizedTest
    @EnumSource(Circle.class)
    void photo(Circle circle) {
        show("photo", circle);
        viewers.forEach(viewer -> expectField(viewer, "photo", viewer.relation().isIn(circle) ? PHOTO : null));
    }

    /** Wherever a viewer finds Alice. */
    private void expectField(Viewer viewer, String field, @Nullable String value) {
        Session session = viewer.session();
        JsonNode contacts = api.get("/v1/contacts", session).json().path("contacts");
        JsonNode members = api.get("/v1/conversations/" + group + "/members", session)
                .json()
                .path("members");
        List<JsonNode> views = List.of(
                api.get("/v1/users/" + alice.id(), session).json(),
                api.get("/v1/users?handle=" + alice.handle(), session).json(),
                api.get("/v1/contacts/" + alice.id(), session).json(),
                ofAlice(contacts),
                ofAlice(members));
        assertThat(views).as("what the %s sees", viewer.relation()).allSatisfy(view -> {
            assertThat(view.has(field)).isTrue();
            assertThat(view.path(field).stringValue(null)).isEqualTo(value);
        });
        assertThat(views.getFirst().path("displayName").asString()).isEqualTo("alice");
    }

    private JsonNode ofAlice(JsonNode list) {
        return list.valueStream()
                .filter(entry -> entry.path("user").asString().equals(alice.id().toString()))
                .findAny()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Circle.class)
    void online(Circle circle) {
        show("online", circle);
        for (Viewer viewer : viewers) {
            expectPresence(viewer, viewer.relation().isIn(circle), false);
        }
    }

    @Test
    void lastSeen() {
        phone.close();
        for (Viewer viewer : viewers) {
            expectPresence(viewer, false, viewer.relation().isIn(Circle.EVERYONE));
        }
        for (Circle circle : Circle.values()) {
            show("lastSeen", circle);
            for (Viewer viewer : viewers) {
                expectPresence(viewer, false, viewer.relation().isIn(circle));
            }
        }
        show("lastSeen", Circle.EVERYONE);
        show("online", Circle.NOBODY);
        for (Viewer viewer : viewers) {
            expectPresence(viewer, false, false);
        }
        phone = Device.connect(api, phone.session(), phone.logs(), true);
        show("online", Circle.EVERYONE);
        for (Viewer viewer : viewers) {
            expectPresence(viewer, viewer.relation().isIn(Circle.EVERYONE), false);
        }
    }

    @Test
    void whoHidesThemselvesSeesNobody() {
        Viewer stranger = viewers.getFirst();
        choose(stranger.session(), Map.of("online", "nobody"));
        expectPresence(stranger, false, false);
        choose(stranger.session(), Map.of("online", "everyone"));
        expectPresence(stranger, true, false);
    }

    /** Asked over REST at once, and told over the WebSocket. */
    private void expectPresence(Viewer viewer, boolean online, boolean lastSeen) {
        if (online || lastSeen) {
            await("that the %s sees Alice".formatted(viewer.relation()))
                    .atMost(Device.PATIENCE)
                    .until(() -> isSeen(asked(viewer), online, lastSeen));
        }
        assertThat(isSeen(asked(viewer), online, lastSeen))
                .as("what the %s is answered: %s", viewer.relation(), asked(viewer))
                .isTrue();
        await("what the %s is told".formatted(viewer.relation()))
                .atMost(Device.PATIENCE)
                .until(viewer::presence, presence -> presence != null && isSeen(presence, online, lastSeen));
    }

    private JsonNode asked(Viewer viewer) {
        return api.get("/v1/presence?users=" + alice.id(), viewer.session())
                .json()
                .path("users")
                .path(0);
    }

    private static boolean isSeen(JsonNode presence, boolean online, boolean lastSeen) {
        return presence.path("online").asBoolean(!online) == online && presence.has("lastSeen") == lastSeen;
    }

    /** One test, since what is read once stays so. */
    @Test
    void readReceipts() {
        Device alicesOther = Device.connect(api, desktop, phone.logs(), false);
        for (Circle circle : List.of(Circle.NOBODY, Circle.CONTACTS, Circle.EVERYONE)) {
            show("readReceipts", circle);
            long seq = MESSAGES - circle.ordinal();
            for (Viewer viewer : viewers) {
                phone.read(viewer.conversation(), seq);
                alicesOther.awaitFrame(
                        "receipt",
                        receipt -> isOf(receipt, viewer) && receipt.path("read").asLong() >= seq);
                expectReading(viewer, viewer.relation().isIn(circle) ? seq : 0);
            }
        }
        alicesOther.close();

        Viewer stranger = viewers.getFirst();
        choose(stranger.session(), Map.of("readReceipts", "nobody"));
        assertThat(standing(stranger).path("read").asLong())
                .as("what who hides their own sees")
                .isZero();
        choose(stranger.session(), Map.of("readReceipts", "everyone"));
        assertThat(standing(stranger).path("read").asLong()).isEqualTo(MESSAGES);
    }

    private void expectReading(Viewer viewer, long read) {
        boolean blocked = !viewer.relation().isIn(Circle.EVERYONE);
        JsonNode standing = standing(viewer);
        assertThat(standing.path("read").asLong())
                .as("how far the %s sees Alice have read", viewer.relation())
                .isEqualTo(read);
        assertThat(standing.path("delivered").asLong()).isEqualTo(blocked ? 0 : MESSAGES);
        if (read > 0) {
            viewer.device()
                    .awaitFrame(
                            "receipt",
                            receipt -> isOf(receipt, viewer)
                                    && receipt.path("read").asLong() == read);
        }
        assertThat(viewer.device().frames())
                .as("what the %s was told", viewer.relation())
                .noneMatch(frame -> frame.path("type").asString().equals("receipt")
                        && isOf(frame, viewer)
                        && frame.path("read").asLong() > read);
    }

    private static boolean isOf(JsonNode receipt, Viewer viewer) {
        return receipt.path("conversation")
                .asString()
                .equals(viewer.conversation().toString());
    }

    /** Alice's receipt, as a pull says it. */
    private JsonNode standing(Viewer viewer) {
        String pull = UUID.randomUUID().toString();
        int before = viewer.device().frames().size();
        viewer.device().write(Map.of("type", "pull", "id", pull, "conversation", viewer.conversation(), "limit", 0));
        viewer.device().awaitFrame("pulled", end -> end.path("id").asString().equals(pull));
        return viewer.device().frames().stream()
                .skip(before)
                .takeWhile(frame -> !frame.path("id").asString("").equals(pull))
                .filter(frame -> frame.path("type").asString().equals("receipt"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Circle.class)
    void groups(Circle circle) {
        show("groups", circle);
        for (Viewer viewer : viewers) {
            Answer founded = call(
                    "POST",
                    "/v1/conversations",
                    viewer.session(),
                    Map.of("name", "Trial", "members", List.of(alice.id())));
            if (viewer.relation().isIn(circle)) {
                expect(201, founded);
            } else {
                expect(403, founded);
                assertThat(founded.code()).isEqualTo("forbids_being_added");
                assertThat(founded.json().path("users").path(0).asString())
                        .isEqualTo(alice.id().toString());
            }
        }
    }

    @Test
    void typing() {
        for (Viewer viewer : viewers) {
            phone.write(Map.of("type", "typing", "conversation", viewer.conversation(), "state", "recording"));
        }
        for (Viewer viewer : viewers) {
            if (viewer.relation().isIn(Circle.EVERYONE)) {
                viewer.device()
                        .awaitFrame(
                                "typing",
                                frame -> frame.path("state").asString().equals("recording"));
            } else {
                standing(viewer);
                assertThat(viewer.device().first("typing", frame -> true)).isNull();
            }
        }
    }
}

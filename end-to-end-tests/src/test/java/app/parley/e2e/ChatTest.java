package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What two people do with a messenger. */
@ExtendWith(Suite.class)
class ChatTest {

    private final PublicApi api;
    private Account alice;
    private Account bob;

    ChatTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeEach
    void accounts() {
        alice = api.register("alice");
        bob = api.register("bob");
    }

    @Test
    void twoPeopleOnlineTalkAndSeeTheirTicks() {
        try (Device a = Device.connect(api, api.login(alice));
                Device b = Device.connect(api, api.login(bob))) {
            var sent = a.send(bob.id(), "Hello Bob");
            b.awaitMessages(sent.conversation(), 1);

            assertThat(sent.seq()).isEqualTo(1);
            assertThat(b.texts(sent.conversation())).containsExactly("Hello Bob");
            a.awaitFrame("receipt", receipt -> receipt.get("delivered").asLong() == 1);

            b.read(sent.conversation(), 1);
            a.awaitFrame(
                    "receipt",
                    receipt -> receipt.get("read").asLong() == 1
                            && receipt.get("user").asString().equals(bob.id().toString()));

            var answer = b.send(alice.id(), "Hello Alice");
            a.awaitMessages(answer.conversation(), 2);
            assertThat(answer.conversation()).isEqualTo(sent.conversation());
            assertThat(answer.seq()).isEqualTo(2);
        }
    }

    @Test
    void everyKindOfTextArrivesAsItWas() {
        List<String> texts = List.of(
                "two\nlines\tand a tab",
                "السلام عليكم، كيف الحال؟",
                "e\u0301 a\u0308 \u1E69\u0323 combining",
                "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪",
                "\"quotes\" \\ back\\slash </script> \u2028 \u0000 nul",
                "x".repeat(4_000),
                "語".repeat(4_000));
        try (Device a = Device.connect(api, api.login(alice));
                Device b = Device.connect(api, api.login(bob))) {
            UUID conversation = texts.stream()
                    .map(text -> a.send(bob.id(), text))
                    .toList()
                    .getLast()
                    .conversation();

            b.awaitMessages(conversation, texts.size());
            assertThat(b.texts(conversation)).isEqualTo(texts);
        }
    }

    @Test
    void whatWasSentWhileAwayWaitsInOrder() {
        Session bobsPhone = api.login(bob);
        Map<UUID, Device.Log> phone = new ConcurrentHashMap<>();
        UUID conversation;
        try (Device a = Device.connect(api, api.login(alice))) {
            try (Device b = Device.connect(api, bobsPhone, phone, true)) {
                conversation = a.send(bob.id(), "0").conversation();
                b.awaitMessages(conversation, 1);
            }
            IntStream.rangeClosed(1, 300).forEach(i -> a.send(bob.id(), Integer.toString(i)));

            try (Device b = Device.connect(api, bobsPhone, phone, true)) {
                b.awaitMessages(conversation, 301);
                assertThat(b.texts(conversation))
                        .isEqualTo(IntStream.rangeClosed(0, 300)
                                .mapToObj(Integer::toString)
                                .toList());
                a.awaitFrame("receipt", receipt -> receipt.get("delivered").asLong() == 301);
            }
        }
    }

    @Test
    void aPersonWhoNeverLoggedInGetsWhatWaited() {
        try (Device a = Device.connect(api, api.login(alice))) {
            UUID conversation = a.send(bob.id(), "welcome").conversation();

            try (Device b = Device.connect(api, api.login(bob))) {
                b.awaitMessages(conversation, 1);
                assertThat(b.texts(conversation)).containsExactly("welcome");
            }
        }
    }

    @Test
    void aNewDeviceGetsWhatIsSentOnceItHasLoggedIn() {
        try (Device a = Device.connect(api, api.login(alice));
                Device phone = Device.connect(api, api.login(bob))) {
            UUID conversation = a.send(bob.id(), "before").conversation();
            for (int i = 0; i < 5; i++) {
                phone.awaitMessages(conversation, i + 1);
                Session tablet = api.login(bob);
                try (Device b = Device.connect(api, tablet)) {
                    a.send(bob.id(), "to the tablet");
                    phone.awaitMessages(conversation, i + 2);
                    b.awaitFrame("message");
                    assertThat(b.texts(conversation)).containsExactly("to the tablet");
                }
                assertThat(api.call("DELETE", "/v1/sessions/" + tablet.device(), tablet.accessToken(), null)
                                .status())
                        .isEqualTo(204);
            }
        }
    }

    @Test
    void allDevicesOfBothSidesGetEveryMessage() {
        try (Device phone = Device.connect(api, api.login(alice));
                Device laptop = Device.connect(api, api.login(alice));
                Device bobsPhone = Device.connect(api, api.login(bob));
                Device bobsTablet = Device.connect(api, api.login(bob))) {
            UUID conversation = phone.send(bob.id(), "from the phone").conversation();
            laptop.awaitMessages(conversation, 1);
            laptop.send(bob.id(), "from the laptop");
            phone.awaitMessages(conversation, 2);

            for (Device device : List.of(bobsPhone, bobsTablet)) {
                device.awaitMessages(conversation, 2);
                assertThat(device.texts(conversation)).containsExactly("from the phone", "from the laptop");
            }
            assertThat(phone.texts(conversation)).containsExactly("from the laptop");
            assertThat(laptop.texts(conversation)).containsExactly("from the phone");
        }
    }

    @Test
    void typingAndPresenceAreSeenByTheOther() {
        Session bobsPhone = api.login(bob);
        try (Device a = Device.connect(api, api.login(alice))) {
            a.write(Map.of("type", "watch", "users", List.of(bob.id())));
            a.awaitFrame("presence", presence -> !presence.get("online").asBoolean());
            try (Device b = Device.connect(api, bobsPhone)) {
                a.awaitFrame("presence", presence -> presence.get("online").asBoolean());
                UUID conversation = a.send(bob.id(), "hi").conversation();
                b.write(Map.of("type", "typing", "conversation", conversation, "state", "started"));
                a.awaitFrame(
                        "typing",
                        typing -> typing.get("user").asString().equals(bob.id().toString()));
            }
            a.awaitFrame("presence", presence -> presence.has("lastSeen"));
        }
    }

    @Test
    void receiptsMissedWhileAwayAreAskedFor() {
        Session alicesPhone = api.login(alice);
        UUID conversation;
        try (Device a = Device.connect(api, alicesPhone)) {
            conversation = a.send(bob.id(), "are you there?").conversation();
        }
        try (Device b = Device.connect(api, api.login(bob))) {
            b.awaitMessages(conversation, 1);
            b.read(conversation, 1);
        }
        try (Device a = Device.connect(api, alicesPhone)) {
            await("the missed receipt").atMost(Device.PATIENCE).until(() -> {
                UUID question = UUID.randomUUID();
                a.write(Map.of("type", "pull", "id", question, "conversation", conversation, "limit", 0));
                a.awaitFrame("pulled", pulled -> pulled.get("id").asString().equals(question.toString()));
                return a.first("receipt", receipt -> receipt.get("read").asLong() == 1) != null;
            });
        }
    }

    @Test
    void aRevokedDeviceIsClosedAtOnceAndStaysOut() {
        Session lost = api.login(bob);
        Session kept = api.login(bob);
        Device device = Device.connect(api, lost);

        var answer = api.call("DELETE", "/v1/sessions/" + lost.device(), kept.accessToken(), null);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(device.closed()).succeedsWithin(Device.PATIENCE).isEqualTo(4502);
        assertThat(api.refresh(lost.refreshToken()).status()).isEqualTo(401);
        Device again = Device.open(api, lost);
        again.write(Map.of("type", "auth", "token", lost.accessToken()));
        again.awaitFrame("error", error -> error.get("code").asString().equals("session_revoked"));
        assertThat(again.closed()).succeedsWithin(Device.PATIENCE).isEqualTo(4502);
    }
}

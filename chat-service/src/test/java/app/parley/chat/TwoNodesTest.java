package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import app.parley.profile.api.Look;
import app.parley.profile.api.Sight;
import app.parley.service.port.InternalPort;
import app.parley.test.RedisStore;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Clients at different nodes, and a node that stops. */
class TwoNodesTest extends ChatTest {

    private final Device[] alice = neighbours.user(2);
    private final Device[] bob = neighbours.user(1);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);
    private ConfigurableApplicationContext second;

    @BeforeEach
    void startAnotherNode(RedisStore redisStore) {
        second = new SpringApplicationBuilder(ChatServiceApplication.class)
                .properties(
                        "server.port=0",
                        "parley.service.internal-port=0",
                        "parley.service.credential=" + Neighbours.CREDENTIAL,
                        "spring.profiles.active=plain-logs",
                        "spring.data.redis.url=" + redisStore.url(),
                        "spring.http.serviceclient.profile.base-url=" + neighbours.address(),
                        "spring.http.serviceclient.presence.base-url=" + neighbours.address(),
                        "spring.http.serviceclient.offline-store.base-url=" + neighbours.address(),
                        "parley.service.tokens.key-set-uri="
                                + neighbours.address().resolve("/.well-known/jwks.json"))
                .run();
    }

    @AfterEach
    void stopIt() {
        second.close();
    }

    private Client loginAtSecond(Device device) {
        int secondPort = ((WebServerApplicationContext) second).getWebServer().getPort();
        return Client.login(secondPort, neighbours, device);
    }

    @Test
    void messagesReceiptsAndTypingGoFromNodeToNode() {
        Client recipient = login(bob[0]);
        Client own = login(alice[1]);
        try (Client sender = loginAtSecond(alice[0])) {
            for (int i = 0; i < 16; i++) {
                sender.text(conversation, "message " + i);
            }
            recipient.hear(16, "message");
            own.hear(16, "message");
            assertThat(recipient.places(conversation))
                    .isEqualTo(LongStream.rangeClosed(1, 16).boxed().toList());
            recipient.ack(conversation, 16);
            sender.hear("receipt");
            recipient.say("{'type':'typing','conversation':'%s','state':'stopped'}", conversation);
            sender.hear("typing");
        }
    }

    @Test
    void whatOneChangesForOneselfBothOfOnesDevicesHearOfAndNobodyElse() {
        Client here = login(alice[0]);
        Client other = login(bob[0]);
        try (Client elsewhere = loginAtSecond(alice[1])) {
            WebTestClient.bindToServer()
                    .baseUrl("http://localhost:"
                            + second.getBean(InternalPort.class).number())
                    .defaultHeader("Parley-Service-Credential", Neighbours.CREDENTIAL)
                    .build()
                    .post()
                    .uri("/internal/v1/people/" + alice[0].user() + "/changes?version=7")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(here.hear("changed").path("version").asLong()).isEqualTo(7);
            assertThat(elsewhere.hear("changed").path("version").asLong()).isEqualTo(7);
            other.say("{'type':'ping'}");
            other.hear("pong");
            assertThat(other.all("changed")).isEmpty();
        }
    }

    @Test
    void whatSomebodyShowsNoMoreIsSeenAtNoNode() {
        login(bob[0]);
        Client watcher = login(alice[0]);
        watcher.say("{'type':'watch','users':['%s']}", bob[0].user());
        assertThat(watcher.hear("presence").path("online").asBoolean()).isTrue();

        neighbours.sights.put(new Look(alice[0].user(), bob[0].user()), new Sight(false, false, true, true));
        String people = "[\"" + bob[0].user() + "\"]";
        assertThat(changed(people, second.getBean(InternalPort.class)).statusCode())
                .isEqualTo(200);

        assertThat(watcher.hear(2, "presence").getLast().path("online").asBoolean())
                .isFalse();
    }

    @Test
    void aDeviceThatChangesItsNetworkGoesOnAtAnotherNodeWhileItsOldLineIsOpen() {
        Client old = login(alice[0]);
        Client sender = login(bob[0]);
        sender.text(conversation, "one");
        old.hear("message");
        try (Client moved = loginAtSecond(alice[0])) {
            moved.hear("message");
            tell(new DevicesChanged(List.of(alice[0].user()), List.of(), List.of()));
            assertThat(old.closeCode()).isEqualTo(4503);
            sender.text(conversation, "two");
            moved.hear(2, "message");
            assertThat(moved.places(conversation)).containsExactly(1L, 2L);
            assertThat(old.places(conversation)).containsExactly(1L);
            assertThat(neighbours.isOnline(alice[0].user())).isTrue();
        }
    }

    @Test
    void aNodeThatStopsSaysByeAndItsClientsGoOnElsewhere() {
        Client sender = login(bob[0]);
        Client moved = loginAtSecond(alice[0]);
        UUID last = moved.text(conversation, "last words");
        Thread stopping = Thread.startVirtualThread(second::close);
        moved.hear("accepted");
        assertThat(moved.hear("bye").path("reconnectAfterMs").asLong()).isPositive();
        assertThat(moved.closeCode()).isEqualTo(1001);
        await().until(() -> !stopping.isAlive());
        assertThat(neighbours.isOnline(alice[0].user())).isFalse();
        assertThat(neighbours.store.log(conversation))
                .extracting(message -> message.id())
                .contains(last);
        sender.text(conversation, "while it was away");
        Client back = login(alice[0]);
        assertThat(back.hear("message").path("content").path("text").asString()).isEqualTo("while it was away");
    }
}

package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client hears that does it wrong: an error with a code, and the connection lives on where it can. */
class BadInputTest extends ChatTest {

    private final Device alice = neighbours.user(1)[0];
    private final Device bob = neighbours.user(1)[0];
    private final UUID conversation = neighbours.conversation(alice, bob);

    private static void assertAlive(Client client) {
        client.say("{'type':'ping'}");
        client.hear("pong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {                                                              | malformed_json |
                    hello                                                          | malformed_json |
                    'ping'                                                         | malformed_json |
                    {'type':'ping'} {'type':'ping'}                                | malformed_json |
                    null                                                           | malformed_json |
                    {'type':'send','id':'I','to':{'conversation':'C'},'content':{'type':'poll','n':1e9999999999}} | malformed_json |
                    [null]                                                         | malformed_json |
                    {}                                                             | invalid_field  |
                    {'type':7}                                                     | invalid_field  |
                    {'type':'dance'}                                               | unknown_frame  | dance
                    {'type':'ack','seq':1}                                         | invalid_field  | ack
                    {'type':'ack','conversation':'C'}                              | invalid_field  | ack
                    {'type':'ack','conversation':'C','seq':'1'}                    | invalid_field  | ack
                    {'type':'ack','conversation':'C','seq':1.5}                    | invalid_field  | ack
                    {'type':'ack','conversation':'C','seq':9223372036854775808}    | invalid_field  | ack
                    {'type':'read','conversation':'C','seq':-9223372036854775809}  | invalid_field  | read
                    {'type':'pull','id':'I','conversation':'C','limit':2147483648} | invalid_field  | I
                    {'type':'pull','id':'I','conversation':'C','after':9223372036854775808,'limit':1} | invalid_field | I
                    {'type':'ack','conversation':'nowhere','seq':1}                | invalid_field  | ack
                    {'type':'typing','conversation':'C','state':'maybe'}           | invalid_field  | typing
                    {'type':'watch','users':'me'}                                  | invalid_field  | watch
                    {'type':'watch'}                                               | invalid_field  | watch
                    {'type':'pull','id':'I','conversation':'C','limit':201}        | invalid_field  | I
                    {'type':'pull','id':'I','conversation':'C','after':1,'before':2,'limit':1} | invalid_field | I
                    {'type':'send','id':'I','content':{'type':'text','text':'x'}}  | invalid_field  | I
                    {'type':'send','id':'I','to':{},'content':{'type':'text','text':'x'}} | invalid_field | I
                    {'type':'send','id':'I','to':{'conversation':'C'}}             | invalid_field  | I
                    {'type':'send','id':'I','to':{'conversation':'C'},'content':'x'} | invalid_field | I
                    {'type':'send','id':'I','to':{'conversation':'C'},'content':{'text':'x'}} | invalid_field | I
                    {'type':'send','id':'I','to':{'conversation':'C'},'content':{'type':'text','text':''}} | invalid_field | I
                    {'type':'send','id':'I','to':{'conversation':'C'},'content':{'type':'text','text':'\\ud83d'}} | invalid_field | I
                    {'type':'send','id':'no id','to':{'conversation':'C'},'content':{'type':'text','text':'x'}} | invalid_field | no id
                    {'type':'auth','token':'again'}                                | unexpected_auth | auth
                    """)
    void aWrongFrameIsAnsweredWithItsCode(String frame, String code, String ref) {
        Client client = login(alice);
        String id = "5f8a9b4e-0f3c-4b53-9a55-0c8f0ad54a3e";
        client.sayRaw(frame.replace('\'', '"')
                .replace("\"C\"", '"' + conversation.toString() + '"')
                .replace("\"I\"", '"' + id + '"'));
        var error = client.error(code);
        assertThat(error.path("ref").asString("")).isEqualTo(ref == null ? "" : ref.equals("I") ? id : ref);
        assertThat(error.path("retryable").asBoolean()).isFalse();
        assertAlive(client);
    }

    @Test
    void whatIsMissingIsNamed() {
        Client client = login(alice);
        client.say("{'type':'pull','id':'%s','conversation':'%s'}", UUID.randomUUID(), conversation);
        assertThat(client.error("invalid_field").path("reason").asString()).isEqualTo("limit is missing");
    }

    @Test
    void aNumberOutOfRangeSpoilsNoOtherFrameOfItsArray() {
        Client sender = login(alice);
        Client recipient = login(bob);
        sender.say(
                "[{'type':'send','id':'%s','to':{'conversation':'%s'},'content':{'type':'text','text':'x'}},"
                        + "{'type':'ack','conversation':'%s','seq':9223372036854775808},null]",
                UUID.randomUUID(), conversation, conversation);
        sender.hear("accepted");
        sender.error("invalid_field");
        sender.error("malformed_json");
        recipient.hear("message");
    }

    @Test
    void aTextOverTheLimitIsRefusedAndOneAtTheLimitTaken() {
        Client client = login(alice);
        UUID tooLong = client.text(conversation, "😀".repeat(10_001));
        assertThat(client.error("text_too_long").path("ref").asString()).isEqualTo(tooLong.toString());
        client.text(conversation, "😀".repeat(10_000));
        client.hear("accepted");
    }

    @Test
    void aContentOfAnotherTypePassesUnharmed() {
        Client sender = login(alice);
        Client recipient = login(bob);
        sender.say(
                "{'type':'send','id':'%s','to':{'conversation':'%s'},'content':{'type':'hologram','of':[1,2.50,null]}}",
                UUID.randomUUID(), conversation);
        assertThat(recipient.hear("message").path("content").toString())
                .isEqualTo("{\"type\":\"hologram\",\"of\":[1,2.50,null]}");
    }

    @Test
    void aFrameOverTheLimitIsToldAndEndsTheConnection() {
        Client client = login(alice);
        client.sayRaw("\"" + "x".repeat(200_000) + "\"");
        client.error("frame_too_large");
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void aFrameFarOverTheLimitEndsTheConnection() {
        Client client = login(alice);
        client.socket().sendText("x".repeat(3_000_000), true);
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void aBinaryMessageIsRefused() {
        Client client = login(alice);
        client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        client.error("malformed_json");
        assertAlive(client);
    }

    @Test
    void aConversationOneIsNotInIsUnknown() {
        Client client = login(neighbours.user(1)[0]);
        UUID send = client.text(conversation, "let me in");
        client.hear(
                "error",
                error -> error.path("ref").asString().equals(send.toString())
                        && error.path("code").asString().equals("unknown_conversation"));
        client.say("{'type':'pull','id':'%s','conversation':'%s','limit':10}", UUID.randomUUID(), conversation);
        client.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
        client.ack(UUID.randomUUID(), 1);
        assertThat(client.hear(4, "error"))
                .allSatisfy(error -> assertThat(error.path("code").asString()).isEqualTo("unknown_conversation"));
        assertThat(client.all("message")).isEmpty();
    }

    @Test
    void anUnknownUserIsUnknown() {
        Client client = login(alice);
        client.say(
                "{'type':'send','id':'%s','to':{'user':'%s'},'content':{'type':'text','text':'x'}}",
                UUID.randomUUID(), UUID.randomUUID());
        client.error("unknown_user");
        client.say(
                "{'type':'send','id':'%s','to':{'user':'%s'},'content':{'type':'text','text':'x'}}",
                UUID.randomUUID(), alice.user());
        client.error("invalid_field");
    }

    @Test
    void aNegativeOrFutureSequenceNumberIsOutOfRangeAndSpoilsNoOther() {
        Client sender = login(alice);
        Client client = login(bob);
        sender.text(conversation, "one");
        client.hear("message");
        client.ack(conversation, -1);
        client.ack(conversation, 99);
        client.ack(conversation, 1);
        client.hear(2, "error");
        sender.hear("receipt", receipt -> receipt.path("delivered").asLong() == 1);
        assertThat(client.all("error"))
                .allSatisfy(error -> assertThat(error.path("code").asString()).isEqualTo("seq_out_of_range"));
    }

    @Test
    void aBurstOfThousandsIsAnsweredToTheLast() {
        Client client = login(alice);
        int burst = 6_000;
        for (int i = 0; i < burst; i++) {
            client.text(conversation, "burst");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.all("accepted").size() + client.all("error").size() == burst);
        assertThat(client.all("error"))
                .allSatisfy(error -> assertThat(error.path("code").asString()).isEqualTo("rate_limited"));
        assertThat(neighbours.store.log(conversation))
                .hasSize(client.all("accepted").size());
        assertAlive(client);
    }

    @Test
    void aDamagedTokenIsRefused() {
        Client client = open();
        client.say("{'type':'auth','token':'%s'}", neighbours.token(alice).replace('e', 'f'));
        client.error("token_invalid");
        assertThat(client.closeCode()).isEqualTo(4500);
    }

    @Test
    void anExpiredTokenIsToBeRefreshed() {
        Client client = open();
        client.say("{'type':'auth','token':'%s'}", neighbours.token(alice, Duration.ofMinutes(-5)));
        client.error("token_expired");
        assertThat(client.closeCode()).isEqualTo(4501);
    }

    @Test
    void aRevokedSessionIsOver() {
        neighbours.revoked.add(alice.device());
        Client client = open();
        client.say("{'type':'auth','token':'%s'}", neighbours.token(alice));
        client.error("session_revoked");
        assertThat(client.closeCode()).isEqualTo(4502);
    }

    @Test
    void aFrameBeforeTheTokenIsRefused() {
        Client client = open();
        client.say("{'type':'ping'}");
        client.error("unauthenticated");
        assertThat(client.closeCode()).isEqualTo(4500);
    }

    @Test
    void aClientThatShowsNoTokenIsSentAway() {
        Client client = open();
        client.error("unauthenticated");
        assertThat(client.closeCode()).isEqualTo(4500);
    }

    @Test
    void framesRightAfterTheTokenAreCarriedOutOnceItIsChecked() {
        Client client = open();
        client.say("[{'type':'auth','token':'%s'},{'type':'ping'}]", neighbours.token(alice));
        client.hear("welcome");
        client.hear("pong");
    }

    @Test
    void aTokenInTheUpgradeIsEnough() {
        Client listener = open();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("parley.v1+json")
                .header("Authorization", "Bearer " + neighbours.token(alice))
                .buildAsync(URI.create("ws://localhost:" + port + "/v1/ws"), listener)
                .join();
        listener.hear("welcome");
        socket.abort();
    }

    @Test
    void anUpgradeWithoutTheSubprotocolOrWithABadTokenIsRefused() {
        URI address = URI.create("ws://localhost:" + port + "/v1/ws");
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> assertThat(status(failure)).isEqualTo(400));
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .subprotocols("parley.v1+json")
                        .header("Authorization", "Bearer nonsense")
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .satisfies(failure -> assertThat(status(failure)).isEqualTo(401));
    }

    private static int status(Throwable failure) {
        return ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode();
    }
}

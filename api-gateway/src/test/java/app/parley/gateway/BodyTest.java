package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "parley.gateway.body.timeout=500ms")
class BodyTest extends GatewayTest {

    @Test
    void anAnnouncedBodyOverTheLimitIsRefused() throws Exception {
        assertProblem(send(post("/v1/accounts", text(256 * 1024 + 1))), 413, "payload_too_large", false);
        assertThat(profile.asked()).isEmpty();
    }

    /** Large enough for its sender to be still at it when the answer could go out. */
    @Test
    void aSenderInTheMiddleOfItsBodyHearsThatItIsTooLarge() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertProblem(send(post("/v1/accounts", text(3 * 1024 * 1024))), 413, "payload_too_large", false);
        }
    }

    @Test
    void aSenderThatAsksFirstIsRefusedBeforeItSends() throws Exception {
        String response = RawHttp.exchange(
                port,
                "POST /v1/accounts HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 1000000000\r\n\r\n");

        assertThat(RawHttp.status(response)).isEqualTo(413);
    }

    @Test
    void aBodyOfUnknownLengthIsRefusedWhenItPassesTheLimit() throws Exception {
        byte[] body = text(600 * 1024).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest.Builder request = request("/v1/accounts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertProblem(send(request), 413, "payload_too_large", false);
        assertThat(profile.asked()).isEmpty();
    }

    @Test
    void aLoginOfUnknownLengthIsRefusedWhenItPassesTheLimit() throws Exception {
        byte[] body = text(600 * 1024).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest.Builder request = request("/v1/sessions")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertProblem(send(request), 413, "payload_too_large", false);
        assertThat(presence.asked()).isEmpty();
    }

    @Test
    void aBodyOfTheLimitGoesThrough() throws Exception {
        String body = text(256 * 1024);

        assertThat(asked(send(post("/v1/accounts", body))).body()).isEqualTo(body);
    }

    @Test
    void aBodyThatDoesNotComeIsWaitedForSoLong() throws Exception {
        String response = RawHttp.exchange(
                port, "POST /v1/accounts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"handle\":");

        assertThat(RawHttp.status(response)).isEqualTo(408);
        assertThat(response).contains("\"request_timeout\"", "\"retryable\":true");
    }

    private static String text(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

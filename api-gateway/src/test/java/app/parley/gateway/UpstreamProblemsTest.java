package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

class UpstreamProblemsTest extends GatewayTest {

    @Test
    void aServiceThatIsNotThereIsUnavailable() throws Exception {
        profile.goAway();

        assertProblem(send(authorized("/v1/me")), 503, "unavailable", true);
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnavailableInTime() throws Exception {
        profile.behaveAs((request, response) -> Mono.never());

        assertProblem(send(authorized("/v1/me")), 503, "unavailable", true);
    }

    @Test
    void aServiceThatBreaksOffIsABadGateway() throws Exception {
        profile.behaveAs((request, response) ->
                response.withConnection(Connection::dispose).neverComplete());

        assertProblem(send(authorized("/v1/me")), 502, "unavailable", true);
    }

    @Test
    void aServiceThatComesBackIsUsedAgain() throws Exception {
        profile.goAway();
        assertProblem(send(authorized("/v1/me")), 503, "unavailable", true);

        profile.comeBack();

        assertThat(send(authorized("/v1/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnnouncedBodyOverTheLimitIsRefused() throws Exception {
        assertProblem(send(post("/v1/accounts", text(256 * 1024 + 1))), 413, "payload_too_large", false);
        assertThat(profile.asked()).isEmpty();
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

    private static String text(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

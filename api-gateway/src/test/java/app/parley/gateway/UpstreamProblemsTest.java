package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

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
}

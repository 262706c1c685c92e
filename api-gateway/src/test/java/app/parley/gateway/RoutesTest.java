package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/me, profile",
        "/v1/users/alice, profile",
        "/v1/me/addresses/verification, profile",
        "/v1/contacts, profile",
        "/v1/contacts/lookup, profile",
        "/v1/contacts/0197a3c1-0000-7000-8000-000000000001, profile",
        "/v1/blocks, profile",
        "/v1/blocks/0197a3c1-0000-7000-8000-000000000001, profile",
        "/v1/me/privacy, profile",
        "/v1/conversations/0197a3c1-0000-7000-8000-000000000001, profile",
        "/v1/conversations/0197a3c1-0000-7000-8000-000000000001/messages?after=3&limit=20, chat",
        "/v1/conversations/0197a3c1-0000-7000-8000-000000000001/messages/7/receipts, chat",
        "/v1/inbox?archived=true, chat",
        "/v1/conversations/0197a3c1-0000-7000-8000-000000000001/invites, profile",
        "/v1/conversations/0197a3c1-0000-7000-8000-000000000001/stars/7, profile",
        "/v1/me/changes?cursor=7.0, profile",
        "/v1/me/export, chat",
        "/v1/stars?limit=20, profile",
        "/v1/broadcasts, profile",
        "/v1/broadcasts/0197a3c1-0000-7000-8000-000000000001, profile",
        "/v1/invites/bm90IGEgc2VjcmV0IGNvZGU, profile",
        "/v1/sessions, presence",
        "/v1/sessions/0197a3c1-0000-7000-8000-000000000001, presence",
        "/v1/presence/0197a3c1-0000-7000-8000-000000000001, presence",
        "/.well-known/jwks.json, presence"
    })
    void aPublicPathGoesToItsService(String path, String service) throws Exception {
        Neighbour.Asked asked = asked(send(authorized(path)));

        assertThat(asked.service()).isEqualTo(service);
        assertThat(asked.uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/accounts, profile",
        "/v1/sessions, presence",
        "/v1/sessions/codes, presence",
        "/v1/sessions/refresh, presence"
    })
    void whatMakesATokenNeedsNone(String path, String service) throws Exception {
        Neighbour.Asked asked = asked(send(post(path, "{\"handle\":\"alice\"}")));

        assertThat(asked.service()).isEqualTo(service);
        assertThat(asked.body()).isEqualTo("{\"handle\":\"alice\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/me", "/v1/users/alice", "/v1/sessions", "/v1/sessions/codes", "/v1/accounts", "/v1/nothing"
            })
    void everythingElseNeedsOne(String path) throws Exception {
        assertProblem(send(request(path)), 401, "unauthenticated", false);
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        HttpRequest.Builder login = post("/v1/sessions", "{}").header("Authorization", "Bearer " + Tokens.foreign());

        assertProblem(send(login), 401, "token_invalid", false);
        assertThat(presence.asked()).isEmpty();
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        assertProblem(
                send(request("/v1/me").header("Authorization", "Bearer " + Tokens.expired())),
                401,
                "token_expired",
                false);
        assertThat(profile.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1/nothing", "/v2/me", "/v1/ws/more", "/v3/api-docs/offline-store"})
    void anUnknownPathIsNotFound(String path) throws Exception {
        assertProblem(send(authorized(path)), 404, "not_found", false);
    }

    @Test
    void theServiceSeesTheTokenAndWhoAsksButNoHeaderThatItTrusts() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/me")
                .header("Parley-Service-Credential", "0123456789abcdef")
                .header("parley-anything", "x")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=6.6.6.6")
                .header("Keep-Alive", "timeout=99")
                .header("Accept-Language", "fa"));

        assertThat(asked(response).headers())
                .containsKey("authorization")
                .containsEntry("accept-language", "fa")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "http")
                .doesNotContainKeys(
                        "parley-service-credential", "parley-anything", "x-forwarded-host", "forwarded", "keep-alive");
    }

    @Test
    void theAnswerOfAServiceComesThroughAsItIs() throws Exception {
        profile.behaveAs((request, response) ->
                Neighbour.status(response.header("ETag", "\"7\""), 409, "{\"code\":\"handle_taken\"}"));

        HttpResponse<String> response = send(post("/v1/accounts", "{}"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"code\":\"handle_taken\"}");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
    }
}

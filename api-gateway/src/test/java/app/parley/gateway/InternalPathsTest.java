package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path leads inside. The neighbours would answer 200 to every one of them. */
class InternalPathsTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/v1/credentials/verify",
                "/internal/",
                "/INTERNAL/v1/credentials/verify",
                "/Internal/v1/devices/lookup",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/ACTUATOR/env",
                "//internal/v1/credentials/verify",
                "///actuator/health",
                "/./internal/v1/credentials/verify",
                "/v1/../internal/v1/credentials/verify",
                "/v1/me/../../internal/v1/credentials/verify",
                "/v1/users/../../actuator/health",
                "/v1/users/%2e%2e/%2e%2e/internal/v1/credentials/verify",
                "/v1/users/%2E%2E/%2E%2E/actuator/health",
                "/v1/users/.%2e/.%2e/actuator/health",
                "/v1/users/%252e%252e/%252e%252e/actuator/health",
                "/v1/users/..%2f..%2factuator/health",
                "/v1/users/..%2F..%2Finternal/v1/credentials/verify",
                "/v1/users/..%5c..%5cactuator/health",
                "/v1/users/..\\..\\actuator\\health",
                "/v1/users/..;/..;/actuator/health",
                "/v1/users/..;a=b/..;a=b/internal/v1/credentials/verify",
                "/internal;a=b/v1/credentials/verify",
                "/;/internal/v1/credentials/verify",
                "/;a=b/actuator/health",
                "/%69nternal/v1/credentials/verify",
                "/%61ctuator/health",
                "/%2finternal/v1/credentials/verify",
                "/%2Factuator/health",
                "/internal%2fv1/credentials/verify",
                "/v1/me/%00/../../internal/v1",
                "/v1/me%0d%0aGET%20/internal",
                "/v1/users/%c0%ae%c0%ae/%c0%ae%c0%ae/actuator/health",
                "/v1/users/%u002e%u002e/actuator/health",
                "/v1/users/a#/../../../internal/v1",
                "/v1/users//../../internal/v1/credentials/verify",
                "http://localhost/internal/v1/credentials/verify",
                "http://127.0.0.1/actuator/health",
                "internal/v1/credentials/verify",
                "/v3/api-docs/profile/../../../internal/v1",
                "/v3/api-docs/%2e%2e/%2e%2e/actuator/health",
                "/webjars/../internal/v1",
                "/docs/../actuator/health",
                "/.well-known/../internal/v1"
            })
    void noSpellingOfAPathLeadsInside(String target) throws Exception {
        String response = RawHttp.get(
                port, target, "Authorization: Bearer " + Tokens.valid(), "Parley-Service-Credential: 0123456789abcdef");

        assertThat(RawHttp.status(response)).as(response).isIn(400, 404);
        assertNobodyWasAskedInside();
    }

    @Test
    void aForgedHostDoesNotMakeThePublicPortTheInternalOne() throws Exception {
        int internalPort =
                context.getBean(app.parley.service.port.InternalPort.class).number();

        String response = RawHttp.exchange(
                port,
                "GET /actuator/health HTTP/1.1\r\nHost: localhost:" + internalPort + "\r\nX-Forwarded-Host: localhost:"
                        + internalPort + "\r\nX-Forwarded-Port: " + internalPort + "\r\nForwarded: host=\"localhost:"
                        + internalPort + "\"\r\nConnection: close\r\n\r\n");

        assertThat(RawHttp.status(response)).as(response).isEqualTo(404);
    }

    @Test
    void twoRequestsInOneCannotBeSmuggledInside() throws Exception {
        String smuggled = "GET /internal/v1/credentials/verify HTTP/1.1\r\nHost: localhost\r\n\r\n";

        RawHttp.exchange(
                port,
                "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + smuggled.length()
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n" + smuggled);

        assertNobodyWasAskedInside();
    }

    private static void assertNobodyWasAskedInside() {
        assertThat(profile.asked()).noneMatch(InternalPathsTest::isInside);
        assertThat(presence.asked()).noneMatch(InternalPathsTest::isInside);
        assertThat(chat.asked()).noneMatch(InternalPathsTest::isInside);
        assertThat(internals.values()).allMatch(port -> port.asked().isEmpty());
    }

    private static boolean isInside(Neighbour.Asked asked) {
        String uri = asked.uri().toLowerCase(java.util.Locale.ROOT);
        return uri.contains("internal") || uri.contains("actuator") || uri.contains("%61ctuator");
    }
}

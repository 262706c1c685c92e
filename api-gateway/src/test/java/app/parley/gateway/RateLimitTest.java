package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.test.RedisStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "parley.gateway.proxies.trusted=1",
            "parley.gateway.limits.login.permits=5",
            "parley.gateway.limits.login.seconds=3600",
            "parley.gateway.limits.login-by-handle.permits=3",
            "parley.gateway.limits.login-by-handle.seconds=3600",
            "parley.gateway.limits.registration.permits=2",
            "parley.gateway.limits.registration.seconds=2",
            "parley.gateway.limits.refresh.permits=1",
            "parley.gateway.limits.refresh.seconds=3600"
        })
class RateLimitTest extends GatewayTest {

    @Autowired
    private MeterRegistry meters;

    @Test
    void oneClientMayLogInSoOften() throws Exception {
        String client = "198.51.100.1";
        double before = count("parley.gateway.limit.refused", "login");
        for (int i = 0; i < 5; i++) {
            assertThat(login(client, unique()).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = login(client, unique());

        assertProblem(refused, 429, "rate_limited", true);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(600L, 720L);
        assertThat(login("198.51.100.2", unique()).statusCode()).isEqualTo(200);
        assertThat(count("parley.gateway.limit.refused", "login")).isEqualTo(before + 1);
    }

    @Test
    void oneHandleMayBeTriedSoOftenFromAnywhere() throws Exception {
        String handle = unique();
        assertThat(login("203.0.113.1", handle).statusCode()).isEqualTo(200);
        assertThat(login("203.0.113.2", handle.toUpperCase(Locale.ROOT)).statusCode())
                .isEqualTo(200);
        assertThat(login("203.0.113.3", " " + handle).statusCode()).isEqualTo(200);

        assertProblem(login("203.0.113.4", handle), 429, "rate_limited", true);
        assertThat(login("203.0.113.4", unique()).statusCode()).isEqualTo(200);
    }

    @Test
    void oneAddressMayBeAskedAndTriedSoOftenFromAnywhere() throws Exception {
        String number = "+4915%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        assertThat(byName("203.0.113.21", "/v1/sessions/codes", "phone", number).statusCode())
                .isEqualTo(200);
        assertThat(byName("203.0.113.22", "/v1/sessions", "phone", number).statusCode())
                .isEqualTo(200);
        assertThat(byName("203.0.113.23", "/v1/sessions", "phone", number.replace("+49", " +49-"))
                        .statusCode())
                .isEqualTo(200);

        assertProblem(byName("203.0.113.24", "/v1/sessions", "phone", number), 429, "rate_limited", true);
        assertProblem(byName("203.0.113.24", "/v1/sessions/codes", "phone", number), 429, "rate_limited", true);
        assertThat(byName("203.0.113.24", "/v1/sessions", "handle", number).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmailAddressIsTheSameWhateverItsCapitals() throws Exception {
        String email = unique() + "@example.org";
        byName("203.0.113.31", "/v1/sessions/codes", "email", email);
        byName("203.0.113.32", "/v1/sessions/codes", "email", email.toUpperCase(Locale.ROOT));
        byName("203.0.113.33", "/v1/sessions", "email", email);

        assertProblem(byName("203.0.113.34", "/v1/sessions", "email", email), 429, "rate_limited", true);
    }

    @Test
    void oneClientAsksForCodesAndLogsInSoOften() throws Exception {
        String client = "198.51.100.40";
        for (int i = 0; i < 5; i++) {
            byName(client, "/v1/sessions/codes", "email", unique() + "@example.org");
        }

        assertProblem(login(client, unique()), 429, "rate_limited", true);
        assertProblem(
                byName(client, "/v1/sessions/codes", "email", unique() + "@example.org"), 429, "rate_limited", true);
    }

    @Test
    void oneClientTriesToCloseAccountsAsOftenAsToLogIn() throws Exception {
        String client = "198.51.100.41";
        for (int i = 0; i < 5; i++) {
            assertThat(close(client).statusCode()).isEqualTo(200);
        }

        assertProblem(close(client), 429, "rate_limited", true);
        assertThat(send(authorized("/v1/me").header("X-Forwarded-For", client)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anIpv6ClientIsItsNetwork() throws Exception {
        assertThat(refresh("2001:db8:1:1::1").statusCode()).isEqualTo(200);

        assertProblem(refresh("2001:db8:1:1:ffff::2"), 429, "rate_limited", true);
        assertThat(refresh("2001:db8:1:2::1").statusCode()).isEqualTo(200);
    }

    @Test
    void theLimitLiftsAfterTheTimeThatItNames() throws Exception {
        String client = "192.0.2.1";
        HttpResponse<String> refused = registerUntilRefused(client);
        assertProblem(refused, 429, "rate_limited", true);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");

        await().untilAsserted(() -> assertThat(register(client).statusCode()).isEqualTo(200));
    }

    /** The bucket counts in whole seconds: if one ends between two requests, one more passes. */
    private HttpResponse<String> registerUntilRefused(String client) throws Exception {
        HttpResponse<String> response = register(client);
        for (int i = 0; i < 10 && response.statusCode() != 429; i++) {
            response = register(client);
        }
        return response;
    }

    @Test
    void aLoginThatCannotBeReadIsTheServicesToRefuse() throws Exception {
        HttpResponse<String> response =
                send(post("/v1/sessions", "{\"handle\": ").header("X-Forwarded-For", "192.0.2.77"));

        assertThat(asked(response).body()).isEqualTo("{\"handle\": ");
    }

    @Test
    void requestsPassAndAreCountedWhileRedisStandsStill(RedisStore redis) throws Exception {
        String client = "192.0.2.99";
        refresh(client);
        assertProblem(refresh(client), 429, "rate_limited", true);
        double before = meters.counter("parley.gateway.limit.unavailable").count();

        redis.pause();

        assertThat(refresh(client).statusCode()).isEqualTo(200);
        assertThat(meters.counter("parley.gateway.limit.unavailable").count()).isEqualTo(before + 1);
        redis.resume();
        await().untilAsserted(() -> assertProblem(refresh(client), 429, "rate_limited", true));
    }

    @Test
    void requestsPassWhileThereIsNoRedis(RedisStore redis) throws Exception {
        String client = "192.0.2.100";
        refresh(client);

        redis.kill();

        assertThat(refresh(client).statusCode()).isEqualTo(200);
        redis.start();
        await().untilAsserted(() -> assertProblem(refresh(client), 429, "rate_limited", true));
    }

    private HttpResponse<String> login(String client, String handle) throws IOException, InterruptedException {
        return byName(client, "/v1/sessions", "handle", handle);
    }

    private HttpResponse<String> byName(String client, String path, String kind, String name)
            throws IOException, InterruptedException {
        String body = json.writeValueAsString(Map.of(kind, name));
        return send(post(path, body).header("X-Forwarded-For", client));
    }

    private HttpResponse<String> refresh(String client) throws IOException, InterruptedException {
        return send(post("/v1/sessions/refresh", "{}").header("X-Forwarded-For", client));
    }

    private HttpResponse<String> close(String client) throws IOException, InterruptedException {
        return send(authorized("/v1/me")
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString("{\"password\":\"a guess\"}"))
                .header("X-Forwarded-For", client));
    }

    private HttpResponse<String> register(String client) throws IOException, InterruptedException {
        return send(post("/v1/accounts", "{}").header("X-Forwarded-For", client));
    }

    private double count(String counter, String limit) {
        return meters.counter(counter, "limit", limit).count();
    }

    private static String unique() {
        return "user" + UUID.randomUUID().toString().substring(0, 8);
    }
}

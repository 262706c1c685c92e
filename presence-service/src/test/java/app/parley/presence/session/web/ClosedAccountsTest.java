package app.parley.presence.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.presence.api.UserSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.DataType;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** profile-service says that somebody has closed their account. */
class ClosedAccountsTest extends PresenceServiceTest {

    private final String node = "node-" + UUID.randomUUID();

    @Autowired
    private ReactiveStringRedisTemplate redis;

    @Test
    void allSessionsAreOverAndNothingOfTheUserIsLeft() {
        String handle = register();
        Login phone = login(handle);
        Login laptop = login(handle);
        Login other = login();
        connect(phone, other);
        http(laptop)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();
        Login tablet = login(handle);
        assertThat(keysWith(phone.userId())).hasSizeGreaterThan(4);

        sessionsApi().forget(phone.userId()).block();

        for (Login login : List.of(phone, tablet)) {
            expectProblem(http(login).get().uri("/v1/sessions").exchange(), HttpStatus.UNAUTHORIZED, "session_revoked");
            expectProblem(
                    http().post()
                            .uri("/v1/sessions/refresh")
                            .bodyValue(Map.of("refreshToken", login.refreshToken()))
                            .exchange(),
                    HttpStatus.UNAUTHORIZED,
                    "refresh_token_invalid");
            assertThat(Neighbours.offlineStoreService().forgotten()).contains(login.deviceId());
            await().untilAsserted(() -> assertThat(announced())
                    .anySatisfy(change -> assertThat(change.revoked()).containsExactly(login.deviceId())));
        }
        // the node hears of it, and lets its device go
        presenceApi().disconnected(node, List.of(device(phone))).block();
        await().untilAsserted(() -> assertThat(Stream.of(phone.userId(), phone.deviceId(), laptop.deviceId())
                        .flatMap(id -> keysWith(id).stream()))
                .isEmpty());
        assertThat(presenceApi().connected(node, List.of(device(phone))).block())
                .containsExactly(ConnectionOutcome.REVOKED);
        assertThat(keysWith(phone.userId())).isEmpty();
        http(other).get().uri("/v1/sessions").exchange().expectStatus().isOk();
    }

    @Test
    void whoIsForgottenMayBeForgottenAgain() {
        Login login = login();

        sessionsApi().forget(login.userId()).block();
        sessionsApi().forget(login.userId()).block();
        sessionsApi().forget(UUID.randomUUID()).block();

        await().untilAsserted(() -> assertThat(keysWith(login.userId())).isEmpty());
    }

    @Test
    void asLongAsAQueueIsNotForgottenItSaysSoAndTheSessionsAreOverAllTheSame() {
        Login login = login();
        Neighbours.offlineStoreService().available(false);

        assertThatThrownBy(() -> sessionsApi().forget(login.userId()).block())
                .isInstanceOf(WebClientResponseException.ServiceUnavailable.class);
        expectProblem(http(login).get().uri("/v1/sessions").exchange(), HttpStatus.UNAUTHORIZED, "session_revoked");

        Neighbours.offlineStoreService().available(true);
        sessionsApi().forget(login.userId()).block();
        await().untilAsserted(() -> assertThat(keysWith(login.userId())).isEmpty());
        assertThat(Neighbours.offlineStoreService().forgotten()).contains(login.deviceId());
    }

    @Test
    void otherServicesLearnWhereSomebodyIsLoggedIn() {
        String handle = register();
        Login phone = login(handle);
        Login laptop = login(handle);

        assertThat(sessionsApi().sessions(phone.userId()).block())
                .allSatisfy(session -> assertThat(session.platform()).isEqualTo("android"))
                .extracting(UserSession::device)
                .containsExactly(phone.deviceId(), laptop.deviceId());
        assertThat(sessionsApi().sessions(UUID.randomUUID()).block()).isEmpty();
    }

    private void connect(Login... logins) {
        presenceApi().renew(node).block();
        assertThat(presenceApi()
                        .connected(
                                node,
                                Stream.of(logins)
                                        .map(ClosedAccountsTest::device)
                                        .toList())
                        .block())
                .containsOnly(ConnectionOutcome.HELD);
    }

    private static Device device(Login login) {
        return new Device(login.userId(), login.deviceId());
    }

    /** The keys in which this id stands, in their name or in whatever is there. */
    private List<String> keysWith(UUID id) {
        return redis.scan()
                .filterWhen(key -> content(key).map(content -> (key + content).contains(id.toString())))
                .collectList()
                .block();
    }

    private Mono<String> content(String key) {
        return redis.type(key).flatMap(type -> texts(key, type).collectList()).map(List::toString);
    }

    private Flux<?> texts(String key, DataType type) {
        return switch (type) {
            case HASH -> redis.opsForHash().entries(key);
            case ZSET -> redis.opsForZSet().scan(key);
            case SET -> redis.opsForSet().scan(key);
            case STRING -> redis.opsForValue().get(key).flux();
            case NONE -> Flux.empty();
            default -> throw new IllegalStateException(key + " is a " + type);
        };
    }
}

package app.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.device.Device;
import app.parley.presence.session.SessionStore.NewSession;
import app.parley.presence.session.SessionStore.Opening;
import app.parley.presence.session.SessionStore.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every {@link SessionStore} does. */
public abstract class SessionStoreContract {

    private static final DeviceDescription PHONE = new DeviceDescription("Phone", "android");

    private final UUID user = UUID.randomUUID();

    /** A store with these settings; all stores of a test see the same data. */
    protected abstract SessionStore store(SessionSettings settings);

    @Test
    void anOpenSessionIsListed() {
        SessionStore store = store(settings());
        Instant before = Instant.now().minusSeconds(60);

        RefreshToken token = open(store);

        assertThat(store.isAlive(token.device()).block()).isTrue();
        assertThat(store.of(user).collectList().block()).singleElement().satisfies(session -> {
            assertThat(session.device()).isEqualTo(token.device());
            assertThat(session.description()).isEqualTo(PHONE);
            assertThat(session.createdAt()).isAfter(before);
        });
    }

    @Test
    void aUserWithoutSessionsHasAnEmptyList() {
        assertThat(store(settings()).of(user).collectList().block()).isEmpty();
    }

    @Test
    void aUserIsForgottenOnlyWithoutDevices() {
        SessionStore store = store(settings());
        Device device = open(store).device();

        assertThat(store.forget(user).block()).isFalse();
        assertThat(store.isAlive(device).block()).isTrue();
        assertThat(store.known(user).collectList().block()).containsExactly(device);

        store.close(device).block();
        assertThat(store.forget(user).block()).isTrue();
        assertThat(store.known(user).collectList().block()).isEmpty();
        assertThat(store.forget(user).block()).isTrue();
    }

    @Test
    void sessionsAreListedTheOldestFirst() {
        SessionStore store = store(settings());
        List<Device> opened =
                List.of(open(store).device(), open(store).device(), open(store).device());

        assertThat(store.of(user).collectList().block())
                .isSortedAccordingTo(Comparator.comparing(Session::createdAt))
                .extracting(Session::device)
                .containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void oneDeviceMoreThanAllowedIsRefused() {
        SessionStore store = store(settings(2, Duration.ofDays(1), Duration.ofSeconds(10)));
        open(store);
        RefreshToken second = open(store);
        RefreshToken third = RefreshToken.first(new Device(user, UUID.randomUUID()));

        assertThat(store.open(session(third, null)).block()).isEqualTo(new Opening.Full());
        assertThat(store.isAlive(third.device()).block()).isFalse();

        store.close(second.device()).block();
        assertThat(store.open(session(third, null)).block()).isEqualTo(new Opening.Opened(third.device()));
    }

    @Test
    void manyLoginsAtOnceDoNotExceedTheLimit() {
        SessionStore store = store(settings(5, Duration.ofDays(1), Duration.ofSeconds(10)));

        List<Opening> openings = Flux.range(0, 40)
                .map(_ -> RefreshToken.first(new Device(user, UUID.randomUUID())))
                .flatMap(token -> store.open(session(token, null)), 40)
                .collectList()
                .block();

        assertThat(openings)
                .filteredOn(opening -> opening instanceof Opening.Opened)
                .hasSize(5);
        assertThat(store.of(user).collectList().block()).hasSize(5);
    }

    @Test
    void anEarlierDeviceIsTheSameAgainAndIsNoneMore() {
        SessionStore store = store(settings(1, Duration.ofDays(1), Duration.ofSeconds(10)));
        RefreshToken before = open(store);
        RefreshToken after = RefreshToken.first(new Device(user, UUID.randomUUID()));

        Opening opening = store.open(session(after, before.device().id())).block();

        assertThat(opening).isEqualTo(new Opening.Opened(before.device()));
        assertThat(store.rotate(before, before.next("00"), "00").block()).isEqualTo(new Rotation.Unknown());
        RefreshToken valid = after.of(before.device());
        assertThat(store.rotate(valid, valid.next("00"), "00").block()).isEqualTo(new Rotation.Rotated());
    }

    @Test
    void anEarlierDeviceThatIsGoneOrSomebodyElsesIsANewOne() {
        SessionStore store = store(settings());
        RefreshToken gone = open(store);
        store.close(gone.device()).block();
        RefreshToken first = RefreshToken.first(new Device(user, UUID.randomUUID()));
        RefreshToken second = RefreshToken.first(new Device(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(store.open(session(first, gone.device().id())).block())
                .isEqualTo(new Opening.Opened(first.device()));
        assertThat(store.open(session(second, first.device().id())).block())
                .isEqualTo(new Opening.Opened(second.device()));
    }

    @Test
    void aTokenIsGoodOnceAndItsSuccessorAfterThat() {
        SessionStore store = store(settings());
        RefreshToken first = open(store);
        RefreshToken second = first.next("01");

        assertThat(store.rotate(first, second, "01").block()).isEqualTo(new Rotation.Rotated());
        assertThat(store.rotate(second, second.next("02"), "02").block()).isEqualTo(new Rotation.Rotated());
    }

    @Test
    void aTokenShownAgainAtOnceGetsTheSaltOfItsFirstUse() {
        SessionStore store = store(settings());
        RefreshToken first = open(store);
        store.rotate(first, first.next("01"), "01").block();

        assertThat(store.rotate(first, first.next("02"), "02").block()).isEqualTo(new Rotation.Repeated("01"));
        RefreshToken second = first.next("01");
        assertThat(store.rotate(second, second.next("03"), "03").block()).isEqualTo(new Rotation.Rotated());
    }

    @Test
    void aTokenShownAgainLaterEndsItAllForItsSuccessorToo() {
        SessionStore store = store(settings(10, Duration.ofDays(1), Duration.ofMillis(300)));
        RefreshToken first = open(store);
        RefreshToken second = first.next("01");
        store.rotate(first, second, "01").block();

        await().until(() -> store.rotate(first, first.next("02"), "02").block() instanceof Rotation.Reused);

        assertThat(store.rotate(second, second.next("03"), "03").block()).isEqualTo(new Rotation.Reused());
    }

    @Test
    void aTokenBeforeTheLastIsReusedHoweverSoonItComes() {
        SessionStore store = store(settings());
        RefreshToken first = open(store);
        RefreshToken second = first.next("01");
        store.rotate(first, second, "01").block();
        store.rotate(second, second.next("02"), "02").block();

        assertThat(store.rotate(first, first.next("03"), "03").block()).isEqualTo(new Rotation.Reused());
    }

    @Test
    void aMadeUpTokenOfAKnownDeviceChangesNothing() {
        SessionStore store = store(settings());
        RefreshToken real = open(store);
        RefreshToken madeUp = RefreshToken.first(real.device());

        assertThat(store.rotate(madeUp, madeUp.next("01"), "01").block()).isEqualTo(new Rotation.Unknown());
        assertThat(store.rotate(real, real.next("01"), "01").block()).isEqualTo(new Rotation.Rotated());
    }

    @Test
    void ofManyRefreshesAtOnceOneRotatesAndAllGetTheSameSuccessor() {
        SessionStore store = store(settings());
        RefreshToken token = open(store);

        List<String> salts = Flux.range(10, 30)
                .map(String::valueOf)
                .flatMap(salt -> store.rotate(token, token.next(salt), salt).map(rotation -> salt(rotation, salt)), 30)
                .distinct()
                .collectList()
                .block();

        assertThat(salts).hasSize(1);
    }

    @Test
    void aSessionIsOverWhenNobodyRefreshesIt() {
        SessionStore store = store(settings(1, Duration.ofMillis(400), Duration.ofSeconds(10)));
        RefreshToken token = open(store);
        assertThat(store.remaining(token.device()).block()).isPositive();

        await().until(() -> !store.isAlive(token.device()).block());

        assertThat(store.remaining(token.device()).blockOptional()).isEmpty();
        assertThat(store.of(user).collectList().block()).isEmpty();
        assertThat(store.rotate(token, token.next("01"), "01").block()).isEqualTo(new Rotation.Unknown());
        assertThat(open(store).device()).isNotEqualTo(token.device());
    }

    @Test
    void aRefreshGivesTheSessionItsFullLifeAgain() {
        RefreshToken token = open(store(settings(10, Duration.ofMinutes(1), Duration.ofSeconds(10))));
        SessionStore longer = store(settings(10, Duration.ofDays(1), Duration.ofSeconds(10)));

        longer.rotate(token, token.next("01"), "01").block();

        assertThat(longer.remaining(token.device()).block()).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void aClosedSessionIsGoneAndIsNotClosedTwice() {
        SessionStore store = store(settings());
        RefreshToken token = open(store);
        RefreshToken other = open(store);

        assertThat(store.close(token.device()).block()).isTrue();

        assertThat(store.isAlive(token.device()).block()).isFalse();
        assertThat(store.rotate(token, token.next("01"), "01").block()).isEqualTo(new Rotation.Unknown());
        assertThat(store.close(token.device()).block()).isFalse();
        assertThat(store.of(user).map(Session::device).collectList().block()).containsExactly(other.device());
    }

    @Test
    void theVersionGrowsWithEachChangeOfTheSetOfDevicesAndWithNothingElse() {
        SessionStore store = store(settings());
        assertThat(version(store)).isZero();
        RefreshToken phone = open(store);
        long one = version(store);
        RefreshToken laptop = open(store);
        long two = version(store);
        assertThat(two).isGreaterThan(one).isPositive();

        store.rotate(laptop, laptop.next("01"), "01").block();
        store.open(session(RefreshToken.first(phone.device()), phone.device().id()))
                .block();
        assertThat(version(store)).isEqualTo(two);

        store.close(phone.device()).block();
        long without = version(store);
        assertThat(without).isGreaterThan(two);
        open(store, phone.device());
        assertThat(version(store)).isGreaterThan(without);
    }

    @Test
    void theVersionGrowsWhenASessionExpiresAndAgainWhenItIsCleared() {
        RefreshToken lasting = open(store(settings()));
        SessionStore store = store(settings(10, Duration.ofMillis(400), Duration.ofSeconds(10)));
        RefreshToken expiring = open(store);
        long both = version(store);

        await().until(() -> !store.isAlive(expiring.device()).block());
        long one = version(store);
        assertThat(one).isGreaterThan(both);

        assertThat(store.clear(expiring.device()).block()).isGreaterThan(one);
        assertThat(store.isAlive(lasting.device()).block()).isTrue();
    }

    @Test
    void aSessionThatIsAliveIsNotCleared() {
        SessionStore store = store(settings());
        RefreshToken token = open(store);

        assertThat(store.clear(token.device()).blockOptional()).isEmpty();

        assertThat(store.isAlive(token.device()).block()).isTrue();
    }

    @Test
    void aDeviceWhoseSessionIsOverMayBeOpenedAgain() {
        SessionStore store = store(settings(1, Duration.ofDays(1), Duration.ofSeconds(10)));
        RefreshToken before = open(store);
        store.close(before.device()).block();

        RefreshToken after = open(store, before.device());

        assertThat(store.rotate(before, before.next("00"), "00").block()).isEqualTo(new Rotation.Unknown());
        assertThat(store.rotate(after, after.next("00"), "00").block()).isEqualTo(new Rotation.Rotated());
    }

    /** A device that never was is none: nothing changes. */
    private long version(SessionStore store) {
        return store.clear(new Device(user, UUID.randomUUID())).block();
    }

    protected final RefreshToken open(SessionStore store, Device device) {
        RefreshToken token = RefreshToken.first(device);
        assertThat(store.open(session(token, device.id())).block()).isEqualTo(new Opening.Opened(device));
        return token;
    }

    protected final RefreshToken open(SessionStore store) {
        RefreshToken token = RefreshToken.first(new Device(user, UUID.randomUUID()));
        assertThat(store.open(session(token, null)).block()).isEqualTo(new Opening.Opened(token.device()));
        return token;
    }

    private static NewSession session(RefreshToken token, @Nullable UUID again) {
        return new NewSession(token.device(), again, PHONE, token);
    }

    private static String salt(Rotation rotation, String mine) {
        return switch (rotation) {
            case Rotation.Rotated() -> mine;
            case Rotation.Repeated(String salt) -> salt;
            case Rotation.Reused _, Rotation.Unknown _ -> rotation.toString();
        };
    }

    protected static SessionSettings settings() {
        return settings(10, Duration.ofDays(1), Duration.ofSeconds(10));
    }

    private static SessionSettings settings(int maxDevices, Duration life, Duration leeway) {
        return new SessionSettings(maxDevices, life, leeway, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }
}

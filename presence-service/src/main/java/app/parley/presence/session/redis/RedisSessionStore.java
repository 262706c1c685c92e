package app.parley.presence.session.redis;

import app.parley.presence.device.Device;
import app.parley.presence.redis.SlotScript;
import app.parley.presence.redis.UserKeys;
import app.parley.presence.session.DeviceDescription;
import app.parley.presence.session.RefreshToken;
import app.parley.presence.session.Session;
import app.parley.presence.session.SessionSettings;
import app.parley.presence.session.SessionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in the keys of their user: {@link UserKeys#devices}, {@link UserKeys#versions}, {@link UserKeys#session}. */
@Component
class RedisSessionStore implements SessionStore {

    private static final SlotScript OPEN = SlotScript.onDevices(RedisSessionStore.class, "open.lua");
    private static final SlotScript ROTATE = SlotScript.onDevices(RedisSessionStore.class, "rotate.lua");
    private static final SlotScript CLOSE = SlotScript.onDevices(RedisSessionStore.class, "close.lua");
    private static final SlotScript FORGET = SlotScript.beside(RedisSessionStore.class, "forget.lua");

    /** By then whoever asked for a login has been told that it failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveStringRedisTemplate redis;
    private final SessionSettings settings;

    RedisSessionStore(ReactiveStringRedisTemplate redis, SessionSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /**
     * Asks for the time first: while Redis stands still commands queue up, and a session that opens when it goes on again
     * would be one that nobody has the tokens of.
     */
    @Override
    public Mono<Opening> open(NewSession session) {
        return redis.execute(connection -> connection.serverCommands().time())
                .next()
                .flatMap(askedAt -> open(session, askedAt));
    }

    private Mono<Opening> open(NewSession session, long askedAt) {
        Device device = session.device();
        UUID earlier = Objects.requireNonNullElse(session.again(), device.id());
        UserKeys keys = UserKeys.of(device.user());
        return OPEN.run(
                        redis,
                        List.of(keys.devices(), keys.versions(), keys.session(device.id()), keys.session(earlier)),
                        device.id(),
                        earlier,
                        session.description().name(),
                        session.description().platform(),
                        session.token().familyHash(),
                        session.token().keyHash(),
                        settings.idleLifetime().toMillis(),
                        settings.maxDevices(),
                        askedAt,
                        PATIENCE.toMillis(),
                        UserKeys.REMEMBERED.toMillis())
                .map(answer -> switch (answer.getFirst()) {
                    case "opened" -> new Opening.Opened(new Device(device.user(), UUID.fromString(answer.get(1))));
                    case "full" -> new Opening.Full();
                    case "late" -> throw new QueryTimeoutException("Redis came to this login after " + PATIENCE);
                    default -> throw new IllegalStateException("open.lua answered " + answer);
                });
    }

    @Override
    public Mono<Rotation> rotate(RefreshToken shown, RefreshToken next, String salt) {
        Device device = shown.device();
        UserKeys keys = UserKeys.of(device.user());
        return ROTATE.run(
                        redis,
                        List.of(keys.devices(), keys.versions(), keys.session(device.id())),
                        device.id(),
                        shown.familyHash(),
                        shown.keyHash(),
                        next.keyHash(),
                        salt,
                        settings.refreshLeeway().toMillis(),
                        settings.idleLifetime().toMillis(),
                        UserKeys.REMEMBERED.toMillis())
                .map(answer -> switch (answer.getFirst()) {
                    case "rotated" -> new Rotation.Rotated();
                    case "repeated" -> new Rotation.Repeated(answer.get(1));
                    case "reused" -> new Rotation.Reused();
                    case "unknown" -> new Rotation.Unknown();
                    default -> throw new IllegalStateException("rotate.lua answered " + answer);
                });
    }

    @Override
    public Flux<Session> of(UUID user) {
        return known(user).flatMapSequential(this::find).sort(Comparator.comparing(Session::createdAt));
    }

    @Override
    public Flux<Device> known(UUID user) {
        return redis.opsForZSet()
                .range(UserKeys.of(user).devices(), Range.unbounded())
                .map(id -> new Device(user, UUID.fromString(id)));
    }

    private Mono<Session> find(Device device) {
        return redis.<String, String>opsForHash()
                .multiGet(sessionKey(device), List.of("name", "platform", "createdAt"))
                .filter(values -> !values.contains(null))
                .map(values -> new Session(
                        device,
                        new DeviceDescription(values.get(0), values.get(1)),
                        Instant.ofEpochMilli(Long.parseLong(values.get(2)))));
    }

    @Override
    public Mono<Boolean> isAlive(Device device) {
        return redis.hasKey(sessionKey(device));
    }

    @Override
    public Mono<Duration> remaining(Device device) {
        // A key that is not there has no time to live, which is reported as zero.
        return redis.getExpire(sessionKey(device)).filter(Duration::isPositive);
    }

    @Override
    public Mono<Boolean> close(Device device) {
        return close(device, "").map(answer -> answer.getFirst().equals("1"));
    }

    @Override
    public Mono<Long> clear(Device device) {
        return close(device, "over")
                .filter(answer -> !answer.getFirst().equals("alive"))
                .map(answer -> Long.valueOf(answer.get(1)));
    }

    @Override
    public Mono<Boolean> forget(UUID user) {
        UserKeys keys = UserKeys.of(user);
        return FORGET.run(redis, List.of(keys.devices(), keys.versions(), keys.routes(), keys.seen()))
                .map(answer -> answer.getFirst().equals("1"));
    }

    private Mono<List<String>> close(Device device, String which) {
        UserKeys keys = UserKeys.of(device.user());
        return CLOSE.run(
                redis,
                List.of(keys.devices(), keys.versions(), keys.session(device.id()), keys.routes(), keys.seen()),
                device.id(),
                UserKeys.SEEN_LIFE.toMillis(),
                which);
    }

    private static String sessionKey(Device device) {
        return UserKeys.of(device.user()).session(device.id());
    }
}

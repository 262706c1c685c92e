package app.parley.presence.session;

import app.parley.presence.device.Device;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps sessions. Each operation happens as a whole or not at all, also when several instances do it at once. */
public interface SessionStore {

    /** Opens a session unless the user has as many devices as are allowed. */
    Mono<Opening> open(NewSession session);

    /**
     * Replaces a token by its successor, and gives the session its full life again.
     *
     * @param next what {@code shown} becomes with this salt
     */
    Mono<Rotation> rotate(RefreshToken shown, RefreshToken next, String salt);

    /** The live sessions of a user, the oldest first. */
    Flux<Session> of(UUID user);

    /** The devices of a user of which anything is known, also those whose session is over. */
    Flux<Device> known(UUID user);

    /** Whether the device has a live session. */
    Mono<Boolean> isAlive(Device device);

    /** How long the session lives without a refresh, or nothing if it is over. */
    Mono<Duration> remaining(Device device);

    /** Ends a session and takes the device from its route. True if there was anything to end. */
    Mono<Boolean> close(Device device);

    /**
     * Takes away what a session left that is over. The version of the user's devices, which this one is none of; nothing if
     * the device has logged in again.
     */
    Mono<Long> clear(Device device);

    /** Forgets a user none of whose devices is known any more. False, and nothing is forgotten, if one is. */
    Mono<Boolean> forget(UUID user);

    /**
     * A session to be opened.
     *
     * @param device its device, unless {@code again} is one
     * @param again the id of an earlier device of this user, which becomes this one if its session is alive; may be that of
     *     {@code device}
     * @param token the first refresh token, whose hashes are kept
     */
    record NewSession(Device device, @Nullable UUID again, DeviceDescription description, RefreshToken token) {}

    /** What became of an opening. */
    sealed interface Opening {

        record Opened(Device device) implements Opening {}

        record Full() implements Opening {}
    }

    /** What became of a rotation. */
    sealed interface Rotation {

        record Rotated() implements Rotation {}

        /** The token was replaced a moment ago: its successor is made with the salt of then. */
        record Repeated(String salt) implements Rotation {}

        /** The token was replaced long ago. From now on no token of the session is good. */
        record Reused() implements Rotation {}

        /** The token belongs to no live session. */
        record Unknown() implements Rotation {}
    }
}

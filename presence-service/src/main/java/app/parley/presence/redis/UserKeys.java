package app.parley.presence.redis;

import java.time.Duration;
import java.util.UUID;

/**
 * The keys of a user. They share the hash tag {@code {user}}, hence one slot of a Redis Cluster, so that a script can
 * change them together.
 */
public final class UserKeys {

    /** How long is known when a user was seen last. */
    public static final Duration SEEN_LIFE = Duration.ofDays(365);

    /** How long it is known which devices a user without sessions had last. */
    public static final Duration REMEMBERED = Duration.ofDays(365);

    private final String prefix;

    private UserKeys(UUID user) {
        this.prefix = "parley:presence:{" + user + "}:";
    }

    public static UserKeys of(UUID user) {
        return new UserKeys(user);
    }

    /**
     * Sorted set: device id, scored with the end of its session in milliseconds. Serves "which devices has the user?"
     * and "how many?". Written in one script with {@link #session} and {@link #versions}; a member whose score has passed
     * is no device any more, but stays until it is seen off, since its end is part of the version. Lives
     * {@link #REMEMBERED} longer than the longest session in it.
     */
    public String devices() {
        return prefix + "devices";
    }

    /**
     * Hash: {@code version} of the set of devices, and the version {@code since} which this Redis remembers every change of
     * it. Serves "which of two lists is the newer one, and is it complete?". The version grows with each change, in the
     * script that makes it; it is in microseconds of the server, so that it is also greater than what another Redis gave
     * that lost its data or failed over. A session that expires changes the set without a write: then the end of the last
     * one that did is the version, if it is greater. Lives {@link #REMEMBERED} longer than the longest session.
     */
    public String versions() {
        return prefix + "versions";
    }

    /**
     * Hash: the session of a device, with {@code name}, {@code platform}, {@code createdAt} and its refresh chain:
     * {@code family}, {@code current}, {@code previous} (SHA-256 of parts of tokens, in hex), {@code salt} and
     * {@code rotatedAt} of the last rotation. Serves "is this session alive?" and a refresh, which compares and rotates
     * in one script. Expires with the session.
     */
    public String session(UUID device) {
        return prefix + "session:" + device;
    }

    /**
     * Hash: device id to the node lease that holds it. Serves "where is this device?"; it counts only while the lease is
     * valid. A field is set and deleted by scripts that compare it first, so that a late word of an old node changes
     * nothing. No time to live: a field goes with the connection, the node or the session.
     */
    public String routes() {
        return prefix + "routes";
    }

    /**
     * Hash: device id to the last moment in milliseconds at which it came or went, and the field {@code gone} with the
     * latest of devices that were revoked. Serves "last seen". Lives {@link #SEEN_LIFE} after the last change.
     */
    public String seen() {
        return prefix + "seen";
    }
}

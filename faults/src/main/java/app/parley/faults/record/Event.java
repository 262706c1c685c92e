package app.parley.faults.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/**
 * Something that a client did or saw, or that was done to the suite. A device is named by the plan and by how often it
 * had to become a new one: {@code u3d1}, after the loss of its session {@code u3d1.2}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.RunBegan.class, name = "run-began"),
    @JsonSubTypes.Type(value = Event.Registered.class, name = "registered"),
    @JsonSubTypes.Type(value = Event.LoggedIn.class, name = "logged-in"),
    @JsonSubTypes.Type(value = Event.Welcomed.class, name = "welcomed"),
    @JsonSubTypes.Type(value = Event.Synced.class, name = "synced"),
    @JsonSubTypes.Type(value = Event.Closed.class, name = "closed"),
    @JsonSubTypes.Type(value = Event.Sent.class, name = "sent"),
    @JsonSubTypes.Type(value = Event.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Event.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Event.Received.class, name = "received"),
    @JsonSubTypes.Type(value = Event.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Event.Forgot.class, name = "forgot"),
    @JsonSubTypes.Type(value = Event.Pushed.class, name = "pushed"),
    @JsonSubTypes.Type(value = Event.FaultBegan.class, name = "fault-began"),
    @JsonSubTypes.Type(value = Event.FaultHealed.class, name = "fault-healed"),
    @JsonSubTypes.Type(value = Event.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = Event.NeverSettled.class, name = "never-settled"),
    @JsonSubTypes.Type(value = Event.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = Event.Stored.class, name = "stored")
})
public sealed interface Event {

    /** What the run is: whether what everybody has is kept, how many instances each service has, and the seed. */
    record RunBegan(boolean archives, int nodes, long seed) implements Event {}

    /** A person got an account. */
    record Registered(String user, UUID id) implements Event {}

    /** A device got a session. */
    record LoggedIn(String device, String user, UUID id) implements Event {}

    /** A connection was greeted. Each connection of a device has a number. */
    record Welcomed(String device, int connection) implements Event {}

    /** All that waited for a connection has come. */
    record Synced(String device, int connection) implements Event {}

    /** A connection ended; 1006 if without a word, 0 if it never opened, {@value #LEFT} if the device left by itself. */
    record Closed(String device, int connection, int code) implements Event {

        public static final int LEFT = -1;
    }

    /** A send went out, for the first time or once more. */
    record Sent(String device, String to, UUID id, String content) implements Event {}

    /** The server promised a message. */
    record Accepted(String device, UUID id, UUID conversation, long seq) implements Event {}

    /** The server refused a message. */
    record Refused(String device, UUID id, String code, boolean retryable) implements Event {}

    /** A message came. */
    record Received(String device, UUID conversation, long seq, UUID id, String content, int connection)
            implements Event {}

    /** A device said that it has everything up to a number. */
    record Acknowledged(String device, UUID conversation, long seq, int connection) implements Event {}

    /** A device died before it had stored what it did not acknowledge: that must come again. */
    record Forgot(String device) implements Event {}

    /**
     * The push service was asked to tell a user that something waits.
     *
     * @param user the account, by id
     * @param key the same when the same push is asked for again
     */
    record Pushed(UUID user, UUID conversation, long fromSeq, long toSeq, String key) implements Event {}

    /** Something was broken. {@code number} tells two of the same kind apart. */
    record FaultBegan(int number, String name, String target) implements Event {}

    /** It was mended. */
    record FaultHealed(int number) implements Event {}

    /** Everything is mended, every device is connected and has said that it has everything. */
    record Settled() implements Event {}

    /** Everything is mended, and long after that some device still lacks something. */
    record NeverSettled() implements Event {}

    /** A message that was sent to a device which, on a connection after the end, should have had nothing waiting. */
    record Waiting(String device, UUID conversation, long seq) implements Event {}

    /** Which places of a conversation the store's message log holds when everything has come to rest. */
    record Stored(UUID conversation, List<Long> seqs) implements Event {}
}

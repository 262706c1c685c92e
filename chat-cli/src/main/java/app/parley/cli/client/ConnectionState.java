package app.parley.cli.client;

import java.time.Duration;

/** How the client stands with the server. */
public sealed interface ConnectionState {

    /** It is calling. */
    record Connecting() implements ConnectionState {}

    /** The server knows this device; what waited is coming, or has come. */
    record Online() implements ConnectionState {}

    /** It calls again after a while. */
    record Waiting(Duration delay, String reason) implements ConnectionState {}

    /** It will not call again. */
    record Ended(Outcome outcome, String reason) implements ConnectionState {}
}

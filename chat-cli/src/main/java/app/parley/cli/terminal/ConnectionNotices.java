package app.parley.cli.terminal;

import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import app.parley.cli.conversation.LogEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What the user is told of the connection: that it is gone or back, and what came meanwhile. */
final class ConnectionNotices {

    private final Transcript transcript;
    private final Consumer<Outcome> onEnd;
    private final Map<UUID, Long> waited = new HashMap<>();
    private boolean catchingUp;
    private boolean toldOffline;

    ConnectionNotices(Transcript transcript, Consumer<Outcome> onEnd) {
        this.transcript = transcript;
        this.onEnd = onEnd;
    }

    void connection(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connecting _ -> {}
            case ConnectionState.Online _ -> {
                catchingUp = false;
                waited.clear();
                if (toldOffline) {
                    transcript.notice("Connected again.");
                }
                toldOffline = false;
            }
            case ConnectionState.Waiting waiting -> {
                if (!toldOffline) {
                    toldOffline = true;
                    transcript.warning(
                            "Not connected: " + waiting.reason() + ". What you write is kept and sent later.");
                }
            }
            case ConnectionState.Ended ended -> {
                transcript.warning(ended.reason());
                onEnd.accept(ended.outcome());
            }
        }
    }

    /** Something comes that was sent while this device was away. */
    void waited(LogEntry entry) {
        waited.putIfAbsent(entry.conversation(), entry.seq());
        if (!catchingUp) {
            catchingUp = true;
            transcript.divider("while you were away");
        }
    }

    /** Whether this message was here before what comes while this device catches up. */
    boolean wasBefore(LogEntry message) {
        Long first = waited.get(message.conversation());
        return catchingUp && (first == null || message.seq() < first);
    }

    void synced(int messages) {
        if (catchingUp) {
            transcript.divider(
                    switch (messages) {
                        case 0 -> "now live";
                        case 1 -> "1 message, now live";
                        default -> messages + " messages, now live";
                    });
            catchingUp = false;
        }
        waited.clear();
    }
}

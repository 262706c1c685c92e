package app.parley.cli.terminal;

import app.parley.cli.client.ConnectionState;
import app.parley.cli.client.Outcome;
import java.util.function.Consumer;

/** What the user is told of the connection: that it is gone or back, and what came meanwhile. */
final class ConnectionNotices {

    private final Transcript transcript;
    private final Consumer<Outcome> onEnd;
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
    void waited() {
        if (!catchingUp) {
            catchingUp = true;
            transcript.divider("while you were away");
        }
    }

    void synced(int messages) {
        if (catchingUp) {
            transcript.divider(messages == 1 ? "1 message, now live" : messages + " messages, now live");
            catchingUp = false;
        }
    }
}

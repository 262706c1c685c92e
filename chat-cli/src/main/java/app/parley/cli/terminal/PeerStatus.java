package app.parley.cli.terminal;

import app.parley.cli.client.ConnectionState;
import app.parley.cli.conversation.Tick;
import app.parley.cli.group.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the other side and the connection are, for the status line and for {@code /who}. */
final class PeerStatus {

    /** Typing ends by itself after this long. */
    static final Duration TYPING_LASTS = Duration.ofSeconds(6);

    private final Consumer<String> line;
    private final ZoneId zone;
    private @Nullable String peer;
    private String presence = "";
    private @Nullable Instant typingSince;
    private String typist = "";
    private String connection = "connecting …";
    private @Nullable Tick lastTick;

    PeerStatus(Consumer<String> line, ZoneId zone) {
        this.line = line;
        this.zone = zone;
    }

    /** @param whom null for nobody */
    void talkingTo(@Nullable Partner whom) {
        peer = whom == null ? null : whom.title();
        presence = "";
        typingSince = null;
        lastTick = null;
        refresh();
    }

    void presence(boolean online, @Nullable Instant lastSeen) {
        if (online) {
            presence = "online";
        } else if (lastSeen == null) {
            presence = "has not been here yet";
        } else {
            presence = "last seen "
                    + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).format(lastSeen.atZone(zone));
        }
        refresh();
    }

    void renamed(String title) {
        peer = title;
        refresh();
    }

    void typing(String who, boolean typing) {
        typist = who;
        typingSince = typing ? Instant.now() : null;
        refresh();
    }

    void connection(ConnectionState state) {
        connection = switch (state) {
            case ConnectionState.Connecting _ -> "connecting …";
            case ConnectionState.Online _ -> "";
            case ConnectionState.Waiting waiting ->
                "not connected, again in " + Math.max(1, waiting.delay().toSeconds()) + " s";
            case ConnectionState.Ended _ -> "not connected";
        };
        if (!(state instanceof ConnectionState.Online)) {
            presence = "";
            typingSince = null;
        }
        refresh();
    }

    void lastTick(Tick tick) {
        lastTick = tick;
        refresh();
    }

    /** Shows it as it is now: typing may have run out. */
    void refresh() {
        List<String> parts = new ArrayList<>();
        if (!connection.isEmpty()) {
            parts.add(connection);
        }
        parts.add(
                peer == null ? "talking to nobody yet: /to HANDLE" : presence.isEmpty() ? peer : peer + " " + presence);
        if (lastTick != null) {
            parts.add("last message " + word(lastTick));
        }
        if (isTyping()) {
            parts.add(typist + " is typing …");
        }
        line.accept(String.join("  ·  ", parts));
    }

    List<String> describe() {
        String who = peer == null
                ? "You talk to nobody yet."
                : "You talk to " + peer + (presence.isEmpty() ? "." : ": " + presence + ".");
        return List.of(who, connection.isEmpty() ? "You are connected." : "You are " + connection + ".");
    }

    private boolean isTyping() {
        return typingSince != null && Instant.now().isBefore(typingSince.plus(TYPING_LASTS));
    }

    private static String word(Tick tick) {
        return switch (tick) {
            case WAITING -> "waiting";
            case SENT -> "✓ sent";
            case DELIVERED -> "✓✓ delivered";
            case READ -> "✓✓ read";
            case FAILED -> "✗ not sent";
        };
    }
}

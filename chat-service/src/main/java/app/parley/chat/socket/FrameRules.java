package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.Content;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a frame must be besides well-formed. JSON knows no required fields: any of them may be null here. */
final class FrameRules {

    static final int MOST_PULLED = 200;

    private FrameRules() {}

    /** What an answer refers to: the frame's id, or its type if it has none. */
    static String ref(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Auth _ -> "auth";
            case ClientFrame.Send send -> idOr(send.id(), "send");
            case ClientFrame.Ack _ -> "ack";
            case ClientFrame.Read _ -> "read";
            case ClientFrame.Pull pull -> idOr(pull.id(), "pull");
            case ClientFrame.Typing _ -> "typing";
            case ClientFrame.Watch _ -> "watch";
            case ClientFrame.Ping _ -> "ping";
        };
    }

    private static String idOr(@Nullable Object id, String type) {
        return id == null ? type : id.toString();
    }

    /** What is wrong with a frame, or null. */
    static @Nullable String fault(ClientFrame frame) {
        return switch (frame) {
            case ClientFrame.Auth auth -> required(auth.token(), "token");
            case ClientFrame.Send send -> fault(send);
            case ClientFrame.Ack ack -> required(ack.conversation(), "conversation");
            case ClientFrame.Read read -> required(read.conversation(), "conversation");
            case ClientFrame.Pull pull -> fault(pull);
            case ClientFrame.Typing typing ->
                first(required(typing.conversation(), "conversation"), required(typing.state(), "state"));
            case ClientFrame.Watch watch -> fault(watch);
            case ClientFrame.Ping _ -> null;
        };
    }

    private static @Nullable String fault(ClientFrame.Send send) {
        String missing =
                first(required(send.id(), "id"), first(required(send.to(), "to"), required(send.content(), "content")));
        if (missing != null) {
            return missing;
        }
        if (send.content().isServers()) {
            return "content.type is one that only the server says";
        }
        ClientFrame.Target to = send.to();
        long named = Stream.of(to.user(), to.conversation(), to.broadcast())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            return "to must have exactly one of user, conversation and broadcast, not " + named;
        }
        return to.broadcast() != null && !standsAlone(send.content())
                ? "content must not be about another message, mention anybody or set a timer if it is for a broadcast list"
                : null;
    }

    /** Whether it means the same in whichever conversation it is said. */
    private static boolean standsAlone(Content content) {
        return content.kind() == Content.Kind.MESSAGE
                && content.about() == null
                && content.mentions().isEmpty();
    }

    private static @Nullable String fault(ClientFrame.Pull pull) {
        String missing = first(required(pull.id(), "id"), required(pull.conversation(), "conversation"));
        if (missing != null) {
            return missing;
        }
        if (pull.after() != null && pull.before() != null) {
            return "after and before exclude each other";
        }
        if (isNegative(pull.after()) || isNegative(pull.before())) {
            return "after and before must not be negative";
        }
        return pull.limit() < 0 || pull.limit() > MOST_PULLED
                ? "limit must be 0 to " + MOST_PULLED + ", not " + pull.limit()
                : null;
    }

    private static @Nullable String fault(ClientFrame.Watch watch) {
        String missing = required(watch.users(), "users");
        return missing == null && watch.users().stream().anyMatch(Objects::isNull)
                ? "users must not hold null"
                : missing;
    }

    private static boolean isNegative(@Nullable Long seq) {
        return seq != null && seq < 0;
    }

    private static @Nullable String required(@Nullable Object value, String field) {
        return value == null ? field + " is missing" : null;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}

package app.parley.e2e;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A conversation as a device shows it that was told all this, by the rules of the protocol page and nothing else. Two
 * devices show the same if their {@link #lines} are equal.
 */
final class Replica {

    private static final String DELETED = "deleted";

    private final NavigableMap<Long, Shown> shown = new TreeMap<>();
    private final Map<String, String> roles = new TreeMap<>();
    private final Map<String, JsonNode> told = new TreeMap<>();
    private long timer;

    private Replica() {}

    /** From all that a device has been told of a conversation, and has said in it itself. */
    static Replica of(Device device, UUID conversation) {
        Replica replica = new Replica();
        device.log(conversation).everything().values().forEach(replica::take);
        return replica;
    }

    /** What is shown at its own place, by sequence number. */
    NavigableMap<Long, Shown> shown() {
        return shown;
    }

    /** Who is in the group, with their roles. */
    Map<String, String> roles() {
        return roles;
    }

    /** The group's name, description and settings, as far as they were told. */
    Map<String, JsonNode> told() {
        return told;
    }

    /** All of it, a line a thing. */
    Map<String, Object> lines() {
        Map<String, Object> lines = new TreeMap<>();
        shown.forEach((seq, message) -> lines.put("message %04d".formatted(seq), message));
        roles.forEach((user, role) -> lines.put("member " + user, role));
        told.forEach((field, value) -> lines.put("group " + field, value));
        lines.put("timer", timer);
        return lines;
    }

    /** A message is deleted for everybody. */
    void delete(long seq) {
        about(seq, Shown::gone);
    }

    private void take(JsonNode message) {
        JsonNode content = message.path("content");
        String from = message.path("from").asString();
        long of = content.path("of").asLong(0);
        switch (content.path("type").asString()) {
            case "reaction" -> about(of, before -> before.reacted(from, content.path("emoji")));
            case "vote" -> about(of, before -> before.voted(from, content.path("options")));
            case "pin" ->
                about(of, before -> before.pinned(content.path("pinned").asBoolean()));
            case "edit" -> about(of, before -> before.saying(content.path("content")));
            case "delete" -> delete(of);
            case "group" -> {
                group(from, content);
                show(message);
            }
            case "timer" -> {
                timer = content.path("seconds").asLong();
                show(message);
            }
            default -> show(message);
        }
    }

    /** Passed over if the message is not there, or deleted. */
    private void about(long seq, UnaryOperator<Shown> change) {
        shown.computeIfPresent(seq, (_, before) -> before.isDeleted() ? before : change.apply(before));
    }

    private void show(JsonNode message) {
        shown.put(message.path("seq").asLong(), Shown.of(message, timer));
    }

    private void group(String from, JsonNode content) {
        switch (content.path("change").asString()) {
            case "created" -> {
                told.put("name", content.path("name"));
                users(content, "member");
                roles.put(from, "owner");
            }
            case "added", "joined" -> users(content, "member");
            case "left", "removed" -> content.path("users").forEach(user -> roles.remove(user.asString()));
            case "role" -> role(content);
            case "info", "settings" ->
                content.properties().stream()
                        .filter(field -> !field.getKey().equals("type")
                                && !field.getKey().equals("change"))
                        .forEach(field -> told.put(field.getKey(), field.getValue()));
            default -> {}
        }
    }

    private void role(JsonNode content) {
        String role = content.path("role").asString();
        if (role.equals("owner")) {
            roles.replaceAll((user, before) -> before.equals("owner") ? "admin" : before);
        }
        users(content, role);
    }

    private void users(JsonNode content, String role) {
        content.path("users").forEach(user -> roles.put(user.asString(), role));
    }

    /**
     * A message as it is now.
     *
     * @param device null if the server says it
     * @param replyTo what it answers, which no edit changes
     * @param seconds after which it disappears, 0 for never
     * @param reactions the last of each user
     * @param votes the last of each user
     */
    record Shown(
            UUID id,
            String from,
            @Nullable String device,
            String at,
            JsonNode content,
            Optional<JsonNode> replyTo,
            long seconds,
            boolean edited,
            boolean pinned,
            Map<String, JsonNode> reactions,
            Map<String, JsonNode> votes) {

        private static Shown of(JsonNode message, long timer) {
            JsonNode content = message.path("content");
            String device = message.path("device").asStringOpt().orElse(null);
            return new Shown(
                    UUID.fromString(message.path("id").asString()),
                    message.path("from").asString(),
                    device,
                    message.path("at").asString(),
                    content,
                    content.optional("replyTo"),
                    says(device, content) ? timer : 0,
                    false,
                    false,
                    Map.of(),
                    Map.of());
        }

        boolean isDeleted() {
            return content.path("type").asString().equals(DELETED);
        }

        /** Whether somebody says something with it: that counts as unread. */
        boolean says() {
            return says(device, content);
        }

        private static boolean says(@Nullable String device, JsonNode content) {
            return device != null && !content.path("type").asString().equals("timer");
        }

        private Shown gone() {
            return saying(PublicApi.json.createObjectNode().put("type", DELETED));
        }

        /** With a message that is deleted, everything goes that was said of it. */
        private Shown saying(JsonNode instead) {
            Shown now = with(instead, replyTo, true, pinned, reactions, votes);
            return now.isDeleted() ? with(instead, Optional.empty(), false, false, Map.of(), Map.of()) : now;
        }

        private Shown reacted(String user, JsonNode emoji) {
            boolean taken = emoji.asString().isEmpty();
            return with(content, replyTo, edited, pinned, last(reactions, user, emoji, taken), votes);
        }

        private Shown voted(String user, JsonNode options) {
            return with(content, replyTo, edited, pinned, reactions, last(votes, user, options, options.isEmpty()));
        }

        private Shown pinned(boolean now) {
            return with(content, replyTo, edited, now, reactions, votes);
        }

        private Shown with(
                JsonNode nowSays,
                Optional<JsonNode> nowAnswers,
                boolean nowEdited,
                boolean nowPinned,
                Map<String, JsonNode> nowReactions,
                Map<String, JsonNode> nowVotes) {
            return new Shown(
                    id, from, device, at, nowSays, nowAnswers, seconds, nowEdited, nowPinned, nowReactions, nowVotes);
        }

        private static Map<String, JsonNode> last(
                Map<String, JsonNode> before, String user, JsonNode said, boolean taken) {
            Map<String, JsonNode> now = new TreeMap<>(before);
            now.remove(user);
            if (!taken) {
                now.put(user, said);
            }
            return now;
        }
    }
}

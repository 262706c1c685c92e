package app.parley.e2e;

import app.parley.e2e.Replica.Shown;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A conversation in somebody's list: as the list has it, or as it must be by what their device shows.
 *
 * @param own whether it is muted, or pinned, and the draft
 * @param last the last message that is shown at its own place; null if there is none
 */
record Listed(
        Map<String, JsonNode> own,
        long head,
        long unread,
        Map<String, Object> told,
        @Nullable Last last) {

    private static final String[] OWN = {"mutedUntil", "pinnedAt", "draft"};

    /** A message as it is now. */
    record Last(long seq, UUID id, String from, JsonNode content, boolean edited) {}

    /** As the list has it. */
    static Listed of(Someone someone, UUID conversation) {
        boolean archived = someone.own().of(conversation).path("archived").asBoolean(false);
        JsonNode entry = someone.call("GET", "/v1/inbox?archived=" + archived, null)
                .json()
                .path("conversations")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(conversation.toString()))
                .findAny()
                .orElseThrow(() -> new AssertionError(conversation + " is not listed, archived: " + archived));
        JsonNode last = entry.path("last");
        return new Listed(
                own(entry),
                entry.path("head").asLong(),
                entry.path("unread").asLong(),
                Map.of(
                        "name", entry.path("name"),
                        "members", entry.path("memberCount").asInt(),
                        "role", entry.path("role").asString()),
                last.isNull() ? null : last(last));
    }

    private static Last last(JsonNode last) {
        return new Last(
                last.path("seq").asLong(),
                UUID.fromString(last.path("id").asString()),
                last.path("from").asString(),
                last.path("content"),
                last.path("edited").asBoolean());
    }

    /** As it must be by what a device shows that has everything. */
    static Listed of(History history, Someone someone, UUID conversation, Replica shown) {
        PersonalCopy own = someone.own();
        Last last = shown.shown().descendingMap().entrySet().stream()
                .filter(message -> own.shows(conversation, message.getKey()))
                .findFirst()
                .map(message -> last(message.getKey(), message.getValue()))
                .orElse(null);
        return new Listed(
                own(own.of(conversation)),
                history.cast().last(someone, conversation),
                unread(history, someone, conversation, shown),
                Map.of(
                        "name", shown.told().getOrDefault("name", NullNode.getInstance()),
                        "members", shown.roles().isEmpty() ? 2 : shown.roles().size(),
                        "role", shown.roles().getOrDefault(someone.id(), "member")),
                last);
    }

    private static Last last(long seq, Shown message) {
        return new Last(seq, message.id(), message.from(), message.content(), message.edited());
    }

    /** Who says something has read what came before; who joins counts from there. */
    private static long unread(History history, Someone someone, UUID conversation, Replica shown) {
        long joined = someone == history.cast().carol() ? history.cast().change("added") - 1 : 0;
        long said = shown.shown().entrySet().stream()
                .filter(message ->
                        message.getValue().says() && message.getValue().from().equals(someone.id()))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(0);
        long seen = Math.max(Math.max(joined, said), history.habits().read(someone, conversation));
        return shown.shown().tailMap(seen, false).values().stream()
                .filter(Shown::says)
                .count();
    }

    private static Map<String, JsonNode> own(JsonNode entry) {
        Map<String, JsonNode> own = new TreeMap<>();
        for (String field : OWN) {
            own.put(field, entry.has(field) ? entry.path(field) : NullNode.getInstance());
        }
        return own;
    }

    /** As it is once the last message is not kept any more. */
    Listed withoutLast() {
        return new Listed(own, head, unread, told, null);
    }

    /**
     * All of it, a line a thing.
     *
     * @param tells whether the device has been told what the group is
     */
    Map<String, Object> lines(boolean tells) {
        Map<String, Object> lines = new TreeMap<>(own);
        lines.put("head", head);
        lines.put("unread", unread);
        lines.put("last", String.valueOf(last));
        if (tells) {
            lines.putAll(told);
        }
        return lines;
    }
}

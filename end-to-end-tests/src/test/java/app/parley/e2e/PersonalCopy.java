package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Session;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a device has of its user's own state, as the protocol page wants it: it puts each entry in the place of what it has. */
final class PersonalCopy {

    private final PublicApi api;
    private final Session session;
    private final Map<String, JsonNode> entries = new TreeMap<>();
    private String query = "?limit=2";
    private long version;

    PersonalCopy(PublicApi api, Session session) {
        this.api = api;
        this.session = session;
    }

    Session session() {
        return session;
    }

    Map<String, JsonNode> entries() {
        return entries;
    }

    /** How a conversation is kept; nothing if nothing was said about it. */
    JsonNode of(UUID conversation) {
        return entries.getOrDefault(conversation.toString(), MissingNode.getInstance());
    }

    /** Whether a message is to be shown. */
    boolean shows(UUID conversation, long seq) {
        JsonNode entry = entries.get(key(conversation.toString(), seq));
        boolean hidden = entry != null && entry.path("hidden").asBoolean();
        return !hidden && seq > of(conversation).path("clearedTo").asLong(0);
    }

    /** Asks the feed, and again while there is more. Answers the last version. */
    long catchUp() {
        JsonNode part;
        do {
            part = api.get("/v1/me/changes" + query, session).json();
            assertThat(part.path("reset").asBoolean()).isFalse();
            part.path("changes").forEach(this::apply);
            query = "?limit=2&cursor=" + part.path("cursor").asString();
            version = part.path("version").asLong();
        } while (part.path("more").asBoolean());
        return version;
    }

    /** Hears of changes until it knows this one. */
    void hear(Device device, long upTo) {
        while (version < upTo) {
            device.awaitFrame("changed", frame -> frame.path("version").asLong() > version);
            catchUp();
        }
    }

    private void apply(JsonNode entry) {
        String conversation = entry.path("conversation").asString();
        if (entry.path("type").asString().equals("conversation")) {
            entries.put(conversation, entry);
            entries.values()
                    .removeIf(other -> other.path("conversation").asString().equals(conversation)
                            && other.has("seq")
                            && other.path("seq").asLong()
                                    <= entry.path("clearedTo").asLong());
        } else if (entry.path("starredAt").isNull() && !entry.path("hidden").asBoolean()) {
            entries.remove(key(conversation, entry.path("seq").asLong()));
        } else {
            entries.put(key(conversation, entry.path("seq").asLong()), entry);
        }
    }

    private static String key(String conversation, long seq) {
        return conversation + " " + seq;
    }
}

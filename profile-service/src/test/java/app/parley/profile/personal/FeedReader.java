package app.parley.profile.personal;

import app.parley.profile.personal.PersonalTest.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A device as the protocol page wants it: it applies what the feed brings, and keeps the cursor. */
final class FeedReader {

    private final Map<Object, Map<String, Object>> known = new LinkedHashMap<>();
    private String cursor = "";

    /** What it knows, by what it is about; what says that there is nothing is not kept. */
    Map<Object, Map<String, Object>> known() {
        return known;
    }

    /** Reads to the end. */
    void catchUp(Function<String, Part> read) {
        Part part;
        do {
            part = read.apply(cursor);
            if (part.reset()) {
                known.clear();
            }
            part.changes().forEach(this::apply);
            cursor = "?cursor=" + part.cursor();
        } while (part.more());
    }

    private void apply(Map<String, Object> entry) {
        if (entry.get("type").equals("broadcast")) {
            if (entry.get("name") == null) {
                known.remove(entry.get("id"));
            } else {
                known.put(entry.get("id"), entry);
            }
            return;
        }
        Object conversation = entry.get("conversation");
        if (entry.get("type").equals("conversation")) {
            known.put(conversation, entry);
            known.values()
                    .removeIf(other -> conversation.equals(other.get("conversation"))
                            && other.containsKey("seq")
                            && number(other, "seq") <= number(entry, "clearedTo"));
        } else if (entry.get("starredAt") == null && entry.get("hidden").equals(false)) {
            known.remove(List.of(conversation, entry.get("seq")));
        } else {
            known.put(List.of(conversation, entry.get("seq")), entry);
        }
    }

    private static long number(Map<String, Object> entry, String field) {
        return ((Number) entry.get(field)).longValue();
    }
}

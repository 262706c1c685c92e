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
        known.put(about(entry), entry);
    }

    private static Object about(Map<String, Object> entry) {
        return List.of(entry.get("type"), entry.get("conversation"));
    }
}

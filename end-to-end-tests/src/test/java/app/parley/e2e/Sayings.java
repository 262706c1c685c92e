package app.parley.e2e;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What messages say, made up: of every type that the protocol page names, and of one that it does not. */
final class Sayings {

    private static final List<String> EMOJIS = List.of("👍", "👍🏽", "❤️", "😂", "🏳️‍🌈");

    private final Random random;
    private int said;

    Sayings(Random random) {
        this.random = random;
    }

    /**
     * A message.
     *
     * @param answers the sequence number of a message that it may answer, if there is one
     * @param mentions somebody whom it may mention
     */
    Map<String, ?> message(@Nullable Long answers, String mentions) {
        Map<String, Object> content = new HashMap<>(itself(mentions));
        if (answers != null && random.nextInt(5) == 0) {
            content.put("replyTo", Map.of("seq", answers));
        }
        if (random.nextInt(8) == 0) {
            content.put("forwarded", Map.of("times", 1 + random.nextInt(5)));
        }
        return content;
    }

    /** What a message says by itself, at first or after an edit. */
    private Map<String, ?> itself(String mentions) {
        return switch (random.nextInt(12)) {
            case 0 -> Map.of("type", "text", "text", text() + ", @you", "mentions", List.of(mentions));
            case 1, 2 -> poll();
            case 3 -> Map.of("type", "location", "latitude", degrees(90), "longitude", degrees(180));
            case 4 -> Map.of("type", "contact", "name", text(), "phones", List.of("+442079460123"));
            case 5 -> Map.of("type", "encrypted", "envelope", envelope());
            case 6 ->
                Map.of("type", "dance.v2", "steps", List.of(1.5, -2, true, Map.of("turn", text())), "end", "\n\"");
            default -> Map.of("type", "text", "text", text());
        };
    }

    /** What is said of an earlier message: some of it takes back what was said before. */
    Map<String, ?> about(Deed deed, long of, String mentions) {
        return switch (deed) {
            case EDIT -> Map.of("type", "edit", "of", of, "content", itself(mentions));
            case DELETION -> Map.of("type", "delete", "of", of);
            case REACTION -> Map.of("type", "reaction", "of", of, "emoji", emoji());
            case VOTE -> Map.of("type", "vote", "of", of, "options", options());
            case PIN -> Map.of("type", "pin", "of", of, "pinned", random.nextInt(3) > 0);
            default -> throw new IllegalArgumentException(deed + " is not about a message");
        };
    }

    /** Of a day, an hour or never: nothing disappears while somebody looks. */
    Map<String, ?> timer() {
        return Map.of("type", "timer", "seconds", List.of(86_400, 3_600, 0).get(random.nextInt(3)));
    }

    /** Something that was not said before. */
    String text() {
        return "saying " + ++said + " " + Integer.toString(random.nextInt(36 * 36 * 36), 36);
    }

    private Map<String, ?> poll() {
        return Map.of("type", "poll", "question", text() + "?", "options", List.of("yes", "no", "perhaps"));
    }

    /** The empty one takes a reaction back. */
    private String emoji() {
        return random.nextInt(4) == 0 ? "" : EMOJIS.get(random.nextInt(EMOJIS.size()));
    }

    /** None take a vote back. */
    private List<Integer> options() {
        return random.ints(0, 3).distinct().limit(random.nextInt(3)).boxed().toList();
    }

    private double degrees(int most) {
        return random.nextInt(-most * 10_000, most * 10_000) / 10_000.0;
    }

    private String envelope() {
        byte[] bytes = new byte[40];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

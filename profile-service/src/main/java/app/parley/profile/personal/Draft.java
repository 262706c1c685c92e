package app.parley.profile.personal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody has begun to write and not sent.
 *
 * @param json the content of a message, or the empty text for nothing
 */
public record Draft(String json) {

    /** Enough for a text of 10,000 code points, with all that a client may say beside it. */
    static final int MOST_CHARACTERS = 32_768;

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    /**
     * A draft as a client says it; nothing in it takes it away.
     *
     * @throws IllegalArgumentException if it cannot be one, with the reason as the end of a sentence
     */
    public static Draft of(Map<String, Object> content) {
        if (content.isEmpty()) {
            return new Draft("");
        }
        if (!(content.get("type") instanceof String type) || type.isEmpty()) {
            throw new IllegalArgumentException("must have a type, or nothing at all");
        }
        String json = MAPPER.writeValueAsString(content);
        if (json.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "must have at most %d characters as JSON, not %d".formatted(MOST_CHARACTERS, json.length()));
        }
        if (HALF_A_PAIR.matcher(json).find()) {
            throw new IllegalArgumentException("must not hold half of a surrogate pair");
        }
        return new Draft(json);
    }

    /** As it was said. */
    public Map<String, Object> asMap() {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }

    Optional<String> content() {
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }
}

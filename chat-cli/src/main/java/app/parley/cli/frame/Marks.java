package app.parley.cli.frame;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What any content may have beside what it says.
 *
 * @param replyTo the place of the message that it answers, or null
 * @param viewOnce it is to be seen once, and not again
 */
public record Marks(@Nullable Long replyTo, boolean forwarded, boolean viewOnce) {

    public static final Marks NONE = new Marks(null, false, false);

    public static Marks answering(long seq) {
        return new Marks(seq, false, false);
    }

    /** The marks of a message's content. */
    public static Marks read(@Nullable JsonNode content) {
        if (content == null) {
            return NONE;
        }
        JsonNode seq = content.path("replyTo").path("seq");
        return new Marks(
                seq.isIntegralNumber() && seq.canConvertToLong() ? seq.longValue() : null,
                content.path("forwarded").asBoolean(false),
                content.path("viewOnce").asBoolean(false));
    }

    /** What is sent: this content with these marks. */
    public JsonNode around(Content content) {
        ObjectNode node = Content.JSON.valueToTree(content);
        if (replyTo != null) {
            node.putObject("replyTo").put("seq", Objects.requireNonNull(replyTo));
        }
        if (forwarded) {
            node.put("forwarded", true);
        }
        if (viewOnce) {
            node.put("viewOnce", true);
        }
        return node;
    }
}

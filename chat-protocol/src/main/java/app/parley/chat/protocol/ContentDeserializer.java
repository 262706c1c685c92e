package app.parley.chat.protocol;

import app.parley.chat.protocol.Content.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/** Reads content, and refuses what the types that the protocol names must not be. */
final class ContentDeserializer extends ValueDeserializer<Content> {

    /** What the server itself says in a log; no client may. */
    private static final Set<String> SERVERS = Set.of("group", "deleted", "gone");

    private static final int MOST_MENTIONS = 256;
    private static final int LONGEST_EMOJI = 64;
    private static final int MOST_OPTIONS = 12;
    private static final int LONGEST_OPTION = 100;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_NAME = 100;

    /** A year, in seconds. */
    private static final long LONGEST_TIMER = 31_536_000;

    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    @Override
    public Content deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode node = context.readTree(parser);
        JsonNode type = node.path("type");
        if (!node.isObject() || !type.isString()) {
            return context.reportInputMismatch(Content.class, "content must be an object with a string 'type'");
        }
        String json = node.toString();
        if (hasLoneSurrogate(json)) {
            refuse(context, "content holds half of a surrogate pair");
        }
        String kind = type.stringValue();
        check(kind, node, context);
        JsonNode said = kind.equals("edit") ? node.path("content") : node;
        return new Content(
                json,
                textCharacters(said, context),
                SERVERS.contains(kind),
                kindOf(kind),
                about(kind, node, context),
                mentions(said, context),
                kind.equals("timer") ? node.path("seconds").longValue() : null);
    }

    private static void check(String kind, JsonNode node, DeserializationContext context) {
        switch (kind) {
            case "reaction" -> text(node, "emoji", 0, LONGEST_EMOJI, context);
            case "edit" -> edited(node.path("content"), context);
            case "poll" -> poll(node, context);
            case "vote" -> vote(node.path("options"), context);
            case "location" -> {
                within(node, "latitude", MOST_LATITUDE, context);
                within(node, "longitude", MOST_LONGITUDE, context);
            }
            case "timer" -> timer(node, context);
            case "contact" -> text(node, "name", 1, LONGEST_NAME, context);
            case "pin" -> {
                if (!node.path("pinned").isBoolean()) {
                    refuse(context, "content.pinned must be true or false");
                }
            }
            default -> {}
        }
    }

    /** What a message says instead, which may be anything that it could have said at first. */
    private static void edited(JsonNode instead, DeserializationContext context) {
        JsonNode type = instead.path("type");
        if (!type.isString()) {
            refuse(context, "content.content must be an object with a string 'type'");
        }
        String kind = type.stringValue();
        if (SERVERS.contains(kind) || kindOf(kind) != Kind.MESSAGE) {
            refuse(context, "content.content.type must be one that says something by itself, not " + kind);
        }
        if (instead.has("replyTo")) {
            refuse(context, "content.content must not have a replyTo: what a message answers cannot be edited");
        }
        check(kind, instead, context);
    }

    private static Kind kindOf(String type) {
        return switch (type) {
            case "reaction", "vote", "pin" -> Kind.REMARK;
            case "edit" -> Kind.EDIT;
            case "delete" -> Kind.DELETION;
            case "timer" -> Kind.NOTICE;
            default -> Kind.MESSAGE;
        };
    }

    private static @Nullable Long about(String kind, JsonNode node, DeserializationContext context) {
        if (kindOf(kind).isAbout()) {
            return seq(node.path("of"), "content.of", context);
        }
        JsonNode replyTo = node.path("replyTo");
        if (replyTo.isMissingNode()) {
            return null;
        }
        if (replyTo.has("conversation")) {
            refuse(context, "content.replyTo must not name a conversation: a reply stays in its own");
        }
        return seq(replyTo.path("seq"), "content.replyTo.seq", context);
    }

    private static long seq(JsonNode seq, String field, DeserializationContext context) {
        if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 1) {
            refuse(context, field + " must be a sequence number");
        }
        return seq.longValue();
    }

    private static List<UUID> mentions(JsonNode said, DeserializationContext context) {
        JsonNode mentions = said.path("mentions");
        if (mentions.isMissingNode()) {
            return List.of();
        }
        if (!mentions.isArray() || mentions.size() > MOST_MENTIONS) {
            refuse(context, "content.mentions must be an array of at most " + MOST_MENTIONS + " users");
        }
        List<UUID> users = new ArrayList<>();
        for (JsonNode user : mentions) {
            users.add(user(user, context));
        }
        return users;
    }

    private static UUID user(JsonNode id, DeserializationContext context) {
        try {
            return UUID.fromString(id.asString(""));
        } catch (IllegalArgumentException e) {
            refuse(context, "content.mentions must hold ids of users");
            throw e;
        }
    }

    private static void timer(JsonNode node, DeserializationContext context) {
        JsonNode seconds = node.path("seconds");
        boolean fits = seconds.isIntegralNumber()
                && seconds.canConvertToLong()
                && seconds.longValue() >= 0
                && seconds.longValue() <= LONGEST_TIMER;
        if (!fits) {
            refuse(context, "content.seconds must be a number from 0 to " + LONGEST_TIMER);
        }
    }

    private static void poll(JsonNode node, DeserializationContext context) {
        text(node, "question", 1, LONGEST_QUESTION, context);
        JsonNode options = node.path("options");
        if (!options.isArray() || options.size() < 2 || options.size() > MOST_OPTIONS) {
            refuse(context, "content.options must be an array of 2 to " + MOST_OPTIONS + " texts");
        }
        Set<String> different = new HashSet<>();
        for (JsonNode option : options) {
            boolean fits = option.isString() && fits(option.stringValue(), 1, LONGEST_OPTION);
            if (!fits || !different.add(option.stringValue())) {
                refuse(context, "content.options must be different texts of 1 to " + LONGEST_OPTION + " characters");
            }
        }
    }

    private static void vote(JsonNode options, DeserializationContext context) {
        if (!options.isArray() || options.size() > MOST_OPTIONS) {
            refuse(context, "content.options must be an array of at most " + MOST_OPTIONS + " places of options");
        }
        Set<Integer> different = new HashSet<>();
        for (JsonNode option : options) {
            boolean isPlace = option.isInt() && option.intValue() >= 0 && option.intValue() < MOST_OPTIONS;
            if (!isPlace || !different.add(option.intValue())) {
                refuse(context, "content.options must be different numbers from 0 to " + (MOST_OPTIONS - 1));
            }
        }
    }

    private static void within(JsonNode node, String field, double most, DeserializationContext context) {
        JsonNode degrees = node.path(field);
        if (!degrees.isNumber() || Math.abs(degrees.doubleValue()) > most) {
            refuse(context, "content." + field + " must be a number from -" + most + " to " + most);
        }
    }

    private static void text(JsonNode node, String field, int shortest, int longest, DeserializationContext context) {
        JsonNode text = node.path(field);
        if (!text.isString() || !fits(text.stringValue(), shortest, longest)) {
            refuse(context, "content." + field + " must be a text of " + shortest + " to " + longest + " characters");
        }
    }

    private static boolean fits(String text, int shortest, int longest) {
        int codePoints = text.codePointCount(0, text.length());
        return codePoints >= shortest && codePoints <= longest;
    }

    private static int textCharacters(JsonNode said, DeserializationContext context) {
        if (!said.path("type").asString("").equals("text")) {
            return 0;
        }
        JsonNode text = said.path("text");
        if (!text.isString() || text.stringValue().isEmpty()) {
            refuse(context, "content.text must be a string of at least one character");
        }
        String value = text.stringValue();
        return value.codePointCount(0, value.length());
    }

    /** Does not return. */
    private static void refuse(DeserializationContext context, String reason) {
        context.reportInputMismatch(Content.class, "%s", reason);
    }

    /** Such text cannot be encoded as UTF-8, nor shown. */
    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }
}

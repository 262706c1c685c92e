package app.parley.cli.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a message says. What is not known here, or not as it must be, is {@link Unknown}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Content.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Poll.class, name = "poll"),
    @JsonSubTypes.Type(value = Content.Location.class, name = "location"),
    @JsonSubTypes.Type(value = Content.Contact.class, name = "contact"),
    @JsonSubTypes.Type(value = Content.Timer.class, name = "timer"),
    @JsonSubTypes.Type(value = Content.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Content.Gone.class, name = "gone"),
    @JsonSubTypes.Type(value = Content.Reaction.class, name = "reaction"),
    @JsonSubTypes.Type(value = Content.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = Content.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = Content.Vote.class, name = "vote"),
    @JsonSubTypes.Type(value = Content.Pin.class, name = "pin")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Content {

    JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A text, in which these are mentioned. */
    record Text(
            String text,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<UUID> mentions)
            implements Content {
        public Text {
            Objects.requireNonNull(text, "text");
            mentions = List.copyOf(mentions);
        }

        public Text(String text) {
            this(text, List.of());
        }
    }

    record Poll(String question, List<String> options) implements Content {
        public Poll {
            Objects.requireNonNull(question, "question");
            options = List.copyOf(options);
        }
    }

    /** In degrees. */
    record Location(double latitude, double longitude) implements Content {}

    /** Somebody's card: a user of this server, or anybody with a telephone. */
    record Contact(
            @Nullable String name,
            @Nullable UUID user,
            @Nullable String phone) implements Content {}

    /**
     * From now on messages disappear.
     *
     * @param seconds after how long; 0 for never
     * @param from {@code sending} or {@code reading}
     */
    record Timer(long seconds, @Nullable String from) implements Content {}

    /** A message that was deleted for everybody before it came here. */
    record Deleted() implements Content {}

    /** Something newer than this client. */
    record Unknown() implements Content {}

    /** Not a message of its own: it changes how the one at {@code of} is shown. */
    sealed interface About extends Content {

        long of();
    }

    /** Nothing is left of what stood here, and nothing is to be shown: it is about no message. */
    record Gone() implements About {
        @Override
        public long of() {
            return 0;
        }
    }

    /** The empty emoji takes back what the same user said before. */
    record Reaction(long of, String emoji) implements About {
        public Reaction {
            Objects.requireNonNull(emoji, "emoji");
        }
    }

    /** What the message says instead. */
    record Edit(long of, Content content) implements About {
        public Edit {
            Objects.requireNonNull(content, "content");
        }
    }

    /** The message is taken away from everybody. */
    record Delete(long of) implements About {}

    /** The places of the chosen options, from 0; none takes a vote back. */
    record Vote(long of, List<Integer> options) implements About {
        public Vote {
            options = List.copyOf(options);
        }
    }

    record Pin(long of, boolean pinned) implements About {}

    /** What a message's content says. */
    static Content read(@Nullable JsonNode content) {
        if (content == null) {
            return new Unknown();
        }
        try {
            return Objects.requireNonNullElseGet(JSON.treeToValue(content, Content.class), Unknown::new);
        } catch (JacksonException e) {
            return new Unknown();
        }
    }

    /** As it is sent. */
    default JsonNode written() {
        return Marks.NONE.around(this);
    }
}

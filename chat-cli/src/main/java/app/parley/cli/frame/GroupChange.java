package app.parley.cli.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server tells in a group's log of the group itself. A change that is not known here is {@link Unknown}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change", defaultImpl = GroupChange.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = GroupChange.Created.class, name = "created"),
    @JsonSubTypes.Type(value = GroupChange.Added.class, name = "added"),
    @JsonSubTypes.Type(value = GroupChange.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = GroupChange.Left.class, name = "left"),
    @JsonSubTypes.Type(value = GroupChange.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = GroupChange.Role.class, name = "role"),
    @JsonSubTypes.Type(value = GroupChange.Info.class, name = "info"),
    @JsonSubTypes.Type(value = GroupChange.Settings.class, name = "settings")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface GroupChange {

    /** The {@code type} of a message's content that is a change. */
    String TYPE = "group";

    JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The group was made, with these in it beside who made it. */
    record Created(String name, List<UUID> users) implements GroupChange {
        public Created {
            Objects.requireNonNull(name, "name");
            users = List.copyOf(users);
        }
    }

    /** A member added these. */
    record Added(List<UUID> users) implements GroupChange {
        public Added {
            users = List.copyOf(users);
        }
    }

    /** These came by an invite. */
    record Joined(List<UUID> users) implements GroupChange {
        public Joined {
            users = List.copyOf(users);
        }
    }

    /** These went. */
    record Left(List<UUID> users) implements GroupChange {
        public Left {
            users = List.copyOf(users);
        }
    }

    /** An admin removed these. */
    record Removed(List<UUID> users) implements GroupChange {
        public Removed {
            users = List.copyOf(users);
        }
    }

    /** These have another role now. */
    record Role(String role, List<UUID> users) implements GroupChange {
        public Role {
            Objects.requireNonNull(role, "role");
            users = List.copyOf(users);
        }
    }

    /** What the group says of itself: what is null stays as it was. */
    record Info(@Nullable String name, @Nullable String description) implements GroupChange {}

    /** Who may do what: what is null stays as it was. */
    record Settings(
            @Nullable String sending,
            @Nullable String editing,
            @Nullable String adding,
            @Nullable String history) implements GroupChange {}

    /** Something newer than this client. */
    record Unknown() implements GroupChange {}

    /** The change that a message's content tells. */
    static GroupChange read(JsonNode content) {
        try {
            return JSON.treeToValue(content, GroupChange.class);
        } catch (JacksonException e) {
            return new Unknown();
        }
    }

    /** Whether this user is in the group from here on, and was not before. */
    default boolean bringsIn(UUID user) {
        return switch (this) {
            case Created created -> created.users().contains(user);
            case Added added -> added.users().contains(user);
            case Joined joined -> joined.users().contains(user);
            case Left _, Removed _, Role _, Info _, Settings _, Unknown _ -> false;
        };
    }
}

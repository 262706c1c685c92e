package app.parley.profile.personal;

import org.jspecify.annotations.Nullable;

/** What shall be otherwise about a conversation for somebody; what is null stays as it is. */
public record ConversationEdit(
        @Nullable Muting muting,
        @Nullable Boolean archived,
        @Nullable Boolean pinned,
        @Nullable Draft draft) {

    boolean pins() {
        return Boolean.TRUE.equals(pinned);
    }
}

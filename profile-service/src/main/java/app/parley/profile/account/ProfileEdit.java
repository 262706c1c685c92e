package app.parley.profile.account;

import org.jspecify.annotations.Nullable;

/** What somebody wants to be otherwise about themselves; null for what may stay as it is. */
public record ProfileEdit(
        @Nullable DisplayName displayName,
        @Nullable About about,
        @Nullable Photo photo) {}

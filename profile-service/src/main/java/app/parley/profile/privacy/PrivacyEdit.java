package app.parley.profile.privacy;

import org.jspecify.annotations.Nullable;

/** What somebody wants to be otherwise in their {@link Privacy}; null for what may stay as it is. */
public record PrivacyEdit(
        @Nullable Circle lastSeen,
        @Nullable Circle online,
        @Nullable Circle about,
        @Nullable Circle photo,
        @Nullable Circle readReceipts,
        @Nullable Circle groups) {}

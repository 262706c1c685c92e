package app.parley.profile.personal;

import java.util.UUID;

/**
 * Somebody has changed what they keep for themselves.
 *
 * @param version of all of it with the change
 */
public record PersonalChange(UUID user, long version) {}

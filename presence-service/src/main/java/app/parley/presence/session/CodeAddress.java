package app.parley.presence.session;

import org.jspecify.annotations.Nullable;

/** Where somebody reads codes to log in with, as they wrote it: an e-mail address or a phone number. */
public record CodeAddress(@Nullable String email, @Nullable String phone) {}

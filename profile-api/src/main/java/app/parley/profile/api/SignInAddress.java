package app.parley.profile.api;

import org.jspecify.annotations.Nullable;

/** Where somebody wants to read a code to sign in with, as they wrote it: one of the two. */
public record SignInAddress(
        @Nullable String email, @Nullable String phone) {}

package app.parley.profile.conversation;

import app.parley.profile.account.DisplayName;

/** What a group says of itself. */
public record GroupInfo(DisplayName name, Description description) {}

package app.parley.profile.conversation;

import java.time.Instant;

/** Somebody's part in a conversation, whose other members are not loaded. */
public record Membership(Conversation conversation, Role role, Instant joinedAt) {}

package app.parley.cli.group;

import java.util.UUID;

/** Somebody in a group: {@code owner}, {@code admin} or {@code member}. */
record GroupMember(UUID user, String role) {}

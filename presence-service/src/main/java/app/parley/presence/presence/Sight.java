package app.parley.presence.presence;

/**
 * What somebody may see of another's presence.
 *
 * @param online whether they are there
 * @param lastSeen when they were there last; never without {@code online}
 */
public record Sight(boolean online, boolean lastSeen) {}

package app.parley.presence.api;

/**
 * The lease of a chat node.
 *
 * @param seconds how long it holds from now on
 * @param fresh true if there was none before: whatever this node held is forgotten, and must be said again
 */
public record NodeLease(int seconds, boolean fresh) {}

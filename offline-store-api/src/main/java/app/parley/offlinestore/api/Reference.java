package app.parley.offlinestore.api;

/**
 * The earlier message of the same conversation that a message is about.
 *
 * @param own whether the sender must have sent it
 * @param withinMillis how long ago that may be; 0 for however long
 */
public record Reference(long seq, boolean own, long withinMillis) {}

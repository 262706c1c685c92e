package app.parley.chat.message;

import java.time.Duration;

/**
 * What the earlier message that a message is about has to be.
 *
 * @param seq its place
 * @param own whether the sender must have sent it
 * @param within how long ago that may be; zero for however long
 */
public record Origin(long seq, boolean own, Duration within) {}

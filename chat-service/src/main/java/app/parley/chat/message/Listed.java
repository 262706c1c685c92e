package app.parley.chat.message;

import java.util.List;
import java.util.UUID;

/**
 * A conversation of somebody's list.
 *
 * @param after the messages up to this one are not shown to them
 * @param without nor are these
 */
public record Listed(UUID conversation, long after, List<Long> without) {}

package app.parley.chat.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a user's list.
 *
 * @param next after which the next part begins; null if this is the last one
 */
public record InboxPage(List<InboxEntry> entries, @Nullable InboxPlace next) {}

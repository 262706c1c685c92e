package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Overdue;

/**
 * Says that somebody's devices have not acknowledged in time.
 *
 * @param again whether this has been said several times, so that a device may have lost what it was sent
 */
public record Reminder(Overdue overdue, boolean again) {}

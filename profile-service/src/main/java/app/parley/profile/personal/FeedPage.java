package app.parley.profile.personal;

import java.util.List;

/**
 * A part of what has changed.
 *
 * @param entries in the order of their changes, each once, as it is now
 * @param place of a device that knows them
 * @param more whether there are others behind them
 * @param reset whether the device must forget what it knows: these begin at the start
 */
public record FeedPage(List<? extends Entry> entries, FeedPlace place, boolean more, boolean reset) {}

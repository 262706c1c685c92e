package app.parley.offlinestore.journal;

import java.util.Map;

/**
 * Where an epoch's segments are, and what its owner read of the epochs before.
 *
 * @param first the first segment that may hold something
 * @param beyond the first segment that must not be written yet
 * @param seals for each older epoch that was there when this one opened, the last place that its owner read. What lies
 *     beyond was never acknowledged, and is void
 */
public record Window(long epoch, long first, long beyond, Map<Long, Place> seals) {}

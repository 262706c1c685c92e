package app.parley.presence.node;

import java.time.Instant;

/**
 * A lease, as the store's clock sees it.
 *
 * @param ends when it runs or ran out
 * @param valid whether that is still to come
 */
public record Lease(LeaseId id, Instant ends, boolean valid) {}

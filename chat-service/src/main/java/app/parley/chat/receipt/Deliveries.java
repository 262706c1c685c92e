package app.parley.chat.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What was told to be delivered to users who do not show what they have read. A receipt that comes when they read, and says
 * nothing new, would say just that.
 */
final class Deliveries {

    private static final long REMEMBERED = 100_000;

    private final Cache<Place, Long> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Whether this is new. Where nothing is remembered, what somebody reads was delivered before. */
    boolean isNew(Untold untold) {
        long delivered = untold.receipt().delivered();
        Long before = told.asMap().put(Place.of(untold.receipt()), delivered);
        return before == null ? !untold.read() : delivered > before;
    }
}

package app.parley.gateway.limit;

import app.parley.gateway.limit.LimitSettings.Limit;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Buckets of permits, one for each limit and key. */
public interface Permits {

    /** Says how many permits the buckets of a limit hold. Comes before the first {@link #take}. */
    void define(String limit, Limit values);

    /** Takes a permit. Zero if there was one, otherwise how long until there is. Never an error: see the adapter. */
    Mono<Duration> take(String limit, String key);
}

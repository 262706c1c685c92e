package app.parley.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.ratelimit.RateLimiter;
import org.springframework.cloud.gateway.filter.ratelimit.RedisRateLimiter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The buckets in Redis, which all gateways share. While Redis does not answer, everything passes: nobody could log in
 * otherwise, and the password check behind it has its own bounds.
 */
@Component
class TokenBuckets {

    private static final Logger log = LoggerFactory.getLogger(TokenBuckets.class);

    /** What the limiter reports as remaining when Redis failed. */
    private static final long UNKNOWN = -1;

    private final RedisRateLimiter limiter;
    private final Duration timeout;
    private final Counter unavailable;
    private final AtomicBoolean away = new AtomicBoolean();

    TokenBuckets(RedisRateLimiter limiter, LimitSettings settings, MeterRegistry meters) {
        this.limiter = limiter;
        this.timeout = settings.redisTimeout();
        this.unavailable = Counter.builder("parley.gateway.limit.unavailable")
                .description("requests that passed unchecked because Redis did not answer")
                .register(meters);
    }

    /** Defines the buckets of one limit. The limiter counts whole tokens a second, so one request costs many. */
    void define(String limit, LimitSettings.Limit values) {
        limiter.getConfig()
                .put(
                        limit,
                        new RedisRateLimiter.Config()
                                .setReplenishRate(values.permits())
                                .setBurstCapacity((long) values.permits() * values.seconds())
                                .setRequestedTokens(values.seconds()));
    }

    /** Takes a permit. Zero if there was one, otherwise how long until there is. */
    Mono<Duration> take(String limit, String key) {
        return limiter.isAllowed(limit, key)
                .timeout(timeout)
                .doOnNext(this::note)
                .map(answer -> answer.isAllowed() ? Duration.ZERO : untilNext(limit, remaining(answer)))
                .onErrorResume(error -> {
                    passUnchecked(error.toString());
                    return Mono.just(Duration.ZERO);
                });
    }

    private Duration untilNext(String limit, long tokens) {
        RedisRateLimiter.Config config =
                Objects.requireNonNull(limiter.getConfig().get(limit));
        long missing = Math.max(1, config.getRequestedTokens() - tokens);
        return Duration.ofSeconds(Math.ceilDiv(missing, config.getReplenishRate()));
    }

    private void note(RateLimiter.Response answer) {
        if (remaining(answer) == UNKNOWN) {
            passUnchecked("see the limiter");
        } else if (away.compareAndSet(true, false)) {
            log.info("Redis answers again: rate limits hold.");
        }
    }

    private static long remaining(RateLimiter.Response answer) {
        return Long.parseLong(answer.getHeaders().getOrDefault(RedisRateLimiter.REMAINING_HEADER, "0"));
    }

    private void passUnchecked(String why) {
        unavailable.increment();
        if (away.compareAndSet(false, true)) {
            log.warn("Redis does not answer ({}): requests pass without rate limits until it does.", why);
        }
    }
}

package app.parley.gateway.limit.redis;

import app.parley.gateway.limit.LimitSettings;
import app.parley.gateway.limit.Permits;
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
 * Token buckets by Spring Cloud Gateway's script: two keys a bucket, {@code request_rate_limiter.{LIMIT.KEY}.tokens} and
 * {@code .timestamp}, changed in one step, gone by themselves once the bucket would be full. While Redis does not answer, everything passes: nobody could log in
 * otherwise, and the password check behind it has its own bounds.
 */
@Component
class RedisPermits implements Permits {

    private static final Logger log = LoggerFactory.getLogger(RedisPermits.class);

    /** What the limiter reports as remaining when Redis failed. */
    private static final long UNKNOWN = -1;

    private final RedisRateLimiter limiter;
    private final Duration timeout;
    private final Counter unavailable;
    private final AtomicBoolean away = new AtomicBoolean();

    RedisPermits(RedisRateLimiter limiter, LimitSettings settings, MeterRegistry meters) {
        this.limiter = limiter;
        this.timeout = settings.redisTimeout();
        this.unavailable = Counter.builder("parley.gateway.limit.unavailable")
                .description("requests that passed unchecked because Redis did not answer")
                .register(meters);
    }

    /** The limiter counts whole tokens a second, so one permit is many of them. */
    @Override
    public void define(String limit, LimitSettings.Limit values) {
        limiter.getConfig()
                .put(
                        limit,
                        new RedisRateLimiter.Config()
                                .setReplenishRate(values.permits())
                                .setBurstCapacity((long) values.permits() * values.seconds())
                                .setRequestedTokens(values.seconds()));
    }

    @Override
    public Mono<Duration> take(String limit, String key) {
        return limiter.isAllowed(limit, key)
                .timeout(timeout)
                .doOnNext(this::note)
                .map(answer -> answer.isAllowed() ? Duration.ZERO : untilNext(limit, remaining(answer)))
                .onErrorResume(error -> {
                    passUnchecked(error.getClass().getSimpleName());
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
            passUnchecked("an error");
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

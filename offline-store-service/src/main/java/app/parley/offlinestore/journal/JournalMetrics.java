package app.parley.offlinestore.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the flushes of all shards amount to. */
@Component
public class JournalMetrics {

    private final Timer duration;
    private final DistributionSummary events;
    private final Counter bytes;
    private final Counter retries;

    public JournalMetrics(MeterRegistry meters) {
        duration = Timer.builder("parley.journal.flush.duration")
                .description("Time until a flush is durable")
                .publishPercentileHistogram()
                .register(meters);
        events = DistributionSummary.builder("parley.journal.flush.events")
                .description("Events that became durable together")
                .register(meters);
        bytes = Counter.builder("parley.journal.bytes")
                .description("Payload of all flushes")
                .baseUnit("bytes")
                .register(meters);
        retries = Counter.builder("parley.journal.flush.retries")
                .description("Flushes that failed and were sent again")
                .register(meters);
    }

    void flushed(int count, int size, long nanos) {
        duration.record(nanos, TimeUnit.NANOSECONDS);
        events.record(count);
        bytes.increment(size);
    }

    void retried() {
        retries.increment();
    }
}

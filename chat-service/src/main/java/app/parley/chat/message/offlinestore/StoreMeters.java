package app.parley.chat.message.offlinestore;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How the calls to the store go: {@code parley.store.batch} (size), {@code .latency} and {@code .failures}. */
@Component
class StoreMeters {

    private final DistributionSummary size;
    private final Timer latency;
    private final Counter failures;

    StoreMeters(MeterRegistry registry) {
        size = DistributionSummary.builder("parley.store.batch")
                .description("Commands in a batch")
                .register(registry);
        latency = Timer.builder("parley.store.batch.latency")
                .description("From sending a batch to its outcomes")
                .publishPercentileHistogram()
                .register(registry);
        failures = Counter.builder("parley.store.batch.failures")
                .description("Batches that must be sent again")
                .register(registry);
    }

    void answered(int commands, long nanos) {
        size.record(commands);
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed() {
        failures.increment();
    }
}

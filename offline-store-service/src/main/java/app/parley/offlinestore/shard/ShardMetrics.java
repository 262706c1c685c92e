package app.parley.offlinestore.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the shards have done, and what they hold. */
@Component
class ShardMetrics {

    private final Counter accepted;
    private final Counter duplicates;
    private final Counter acknowledged;
    private final Counter refused;
    private final Counter lookedUp;
    private final Timer latency;
    private final Map<Integer, Long> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> conversations = new ConcurrentHashMap<>();

    ShardMetrics(MeterRegistry meters) {
        accepted = counter(meters, "parley.messages.accepted", "Messages that became durable");
        duplicates = counter(meters, "parley.messages.duplicate", "Retries of messages that were durable already");
        acknowledged = counter(meters, "parley.acknowledgements", "Acknowledgements and reads that were taken over");
        refused = counter(meters, "parley.commands.unavailable", "Sends that could not be made durable in time");
        lookedUp = counter(meters, "parley.sends.looked_up", "Sends that may have been late retries, and cost a read");
        latency = Timer.builder("parley.append.latency")
                .description("From the arrival of a send until it is durable")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("parley.messages.waiting", () -> sum(waiting.values()))
                .description("Messages in memory that some device does not have")
                .register(meters);
        Gauge.builder("parley.conversations.loaded", () -> sum(conversations.values()))
                .description("Conversations in memory")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    private static double sum(Iterable<? extends Number> values) {
        double sum = 0;
        for (Number value : values) {
            sum += value.doubleValue();
        }
        return sum;
    }

    void appended(boolean duplicate, long arrivedNanos) {
        latency.record(System.nanoTime() - arrivedNanos, TimeUnit.NANOSECONDS);
        (duplicate ? duplicates : accepted).increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void lookedUp() {
        lookedUp.increment();
    }

    void unavailable() {
        refused.increment();
    }

    void holds(int shard, int loadedConversations, long waitingMessages) {
        conversations.put(shard, loadedConversations);
        waiting.put(shard, waitingMessages);
    }
}

package app.parley.load.cost;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * What services have counted so far.
 *
 * @param counts Parley's own counters, by service and then by name and labels; a service that did not answer is not there
 */
public record Metrics(Map<String, Map<String, Double>> counts) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Of all parts that have metrics and answer. */
    public static Metrics of(HttpClient http, List<Part> parts) {
        Map<Part, CompletableFuture<String>> pages = new HashMap<>();
        for (Part part : parts) {
            URI address = part.metrics();
            if (address != null) {
                pages.put(part, scrape(http, address));
            }
        }
        Map<String, Map<String, Double>> counts = new TreeMap<>();
        pages.forEach((part, page) -> {
            Map<String, Double> counters = new TreeMap<>();
            page.join().lines().forEach(line -> count(counters, line));
            if (!counters.isEmpty()) {
                counts.put(part.name(), counters);
            }
        });
        return new Metrics(counts);
    }

    /** What was counted from then to now, by services that answered both times. */
    public Metrics since(Metrics earlier) {
        Map<String, Map<String, Double>> differences = new TreeMap<>();
        counts.forEach((part, counters) -> {
            Map<String, Double> before = earlier.counts.get(part);
            if (before != null) {
                differences.put(part, difference(counters, before));
            }
        });
        return new Metrics(differences);
    }

    private static Map<String, Double> difference(Map<String, Double> now, Map<String, Double> before) {
        Map<String, Double> difference = new TreeMap<>();
        now.forEach((name, value) -> {
            double change = value - before.getOrDefault(name, 0.0);
            if (change != 0) {
                difference.put(name, change);
            }
        });
        return difference;
    }

    /** Takes a line such as {@code parley_cassandra_mutations_total{table="journal"} 12.0}. */
    private static void count(Map<String, Double> counters, String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith("parley_") || space < 0) {
            return;
        }
        String series = line.substring(0, space);
        String name = series.replaceAll("\\{.*", "");
        String labels = series.substring(name.length()).replaceAll("application=\"[^\"]*\",?", "");
        if (name.endsWith("_total") || name.endsWith("_count") || name.endsWith("_sum")) {
            counters.merge(
                    name + (labels.equals("{}") ? "" : labels),
                    Double.parseDouble(line.substring(space + 1)),
                    Double::sum);
        }
    }

    /** The page, or an empty one if it cannot be had. */
    private static CompletableFuture<String> scrape(HttpClient http, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> response.statusCode() == 200 ? response.body() : "")
                .exceptionally(_ -> "");
    }
}

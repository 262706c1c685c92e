package app.parley.load.cost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What services have counted so far: Parley's own counters, by service, name and labels. */
public record Metrics(Map<String, Double> counts) {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Of all parts that have metrics and answer. */
    public static Metrics of(HttpClient http, List<Part> parts) {
        Map<String, Double> counts = new TreeMap<>();
        for (Part part : parts) {
            URI address = part.metrics();
            if (address != null) {
                scrape(http, address).lines().forEach(line -> count(counts, part.name(), line));
            }
        }
        return new Metrics(counts);
    }

    public Metrics since(Metrics earlier) {
        Map<String, Double> difference = new TreeMap<>();
        counts.forEach((name, value) -> {
            double change = value - earlier.counts.getOrDefault(name, 0.0);
            if (change != 0) {
                difference.put(name, change);
            }
        });
        return new Metrics(difference);
    }

    /** Takes a line such as {@code parley_cassandra_mutations_total{table="journal"} 12.0}. */
    private static void count(Map<String, Double> counts, String part, String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith("parley_") || space < 0) {
            return;
        }
        String series = line.substring(0, space);
        String name = series.replaceAll("\\{.*", "");
        if (name.endsWith("_total") || name.endsWith("_count") || name.endsWith("_sum")) {
            counts.merge(part + " " + series, Double.parseDouble(line.substring(space + 1)), Double::sum);
        }
    }

    private static String scrape(HttpClient http, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(TIMEOUT).GET().build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

package app.parley.launcher.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An address that answers 200 once what stands behind it can serve. */
public final class Readiness {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final HttpClient client;
    private final HttpRequest request;

    public Readiness(HttpClient client, URI address) {
        this.client = client;
        this.request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
    }

    /**
     * Waits until the address answers 200.
     *
     * @return false if the process ended before, or the time is over
     */
    public boolean await(ProcessHandle process, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            if (now()) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    /** Whether the address answers 200 at this moment. */
    public boolean now() throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }
}

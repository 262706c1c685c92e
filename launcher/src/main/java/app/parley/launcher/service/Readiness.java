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
    private String lastAnswer = "was not asked";

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

    /** What the address answered when it was last asked. */
    public String lastAnswer() {
        return lastAnswer;
    }

    private boolean now() throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            lastAnswer = "answered %d %s".formatted(answer.statusCode(), answer.body());
            return answer.statusCode() == 200;
        } catch (IOException notListening) {
            lastAnswer = "did not answer: " + notListening;
            return false;
        }
    }
}

package app.parley.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Accounts made through the public API, as an app would make them. */
public final class DemoAccounts {

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int CREATED = 201;
    private static final int TAKEN = 409;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI accounts;

    public DemoAccounts(URI gateway) {
        this.accounts = gateway.resolve("/v1/accounts");
    }

    /**
     * Makes the accounts that are not there yet.
     *
     * @throws IOException if one cannot be made
     */
    public void make(List<DemoAccount> wanted) throws IOException, InterruptedException {
        for (DemoAccount account : wanted) {
            HttpResponse<String> answer = client.send(request(account), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != CREATED && answer.statusCode() != TAKEN) {
                throw new IOException("cannot make the demo account %s: %s answered %d, expected %d: %s"
                        .formatted(account.handle(), accounts, answer.statusCode(), CREATED, answer.body()));
            }
        }
    }

    private HttpRequest request(DemoAccount account) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "handle", account.handle(),
                        "password", account.password(),
                        "displayName", account.displayName()));
        return HttpRequest.newBuilder(accounts)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}

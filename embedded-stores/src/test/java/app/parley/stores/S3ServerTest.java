package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class S3ServerTest extends StoreServerContract<S3Server> {

    @Override
    S3Server start(Path data, int port, Path log) {
        return S3Server.start(new S3Server.Settings(data, port, "access", "secret", log));
    }

    @Override
    void write(S3Server server, String value) throws Exception {
        send(server, "PUT", "/notes", BodyPublishers.noBody(), "secret");
        assertThat(send(server, "PUT", "/notes/note", BodyPublishers.ofString(value), "secret")
                        .statusCode())
                .isEqualTo(200);
    }

    @Override
    String read(S3Server server) throws Exception {
        return send(server, "GET", "/notes/note", BodyPublishers.noBody(), "secret")
                .body();
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        try (S3Server server = start(folder.resolve("data"), 0, folder.resolve("store.log"))) {
            assertThat(send(server, "PUT", "/notes", BodyPublishers.noBody(), "guess")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    /** Version 2 of S3's signatures: short enough to be written down here. */
    private static HttpResponse<String> send(
            S3Server server, String method, String path, BodyPublisher body, String secret)
            throws IOException, InterruptedException, GeneralSecurityException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature = Base64.getEncoder()
                .encodeToString(mac.doFinal("%s\n\n\n\nx-amz-date:%s\n%s"
                        .formatted(method, date, path)
                        .getBytes(StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(server.endpoint().resolve(path))
                .method(method, body)
                .header("x-amz-date", date)
                .header("Authorization", "AWS %s:%s".formatted(server.accessKey(), signature))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}

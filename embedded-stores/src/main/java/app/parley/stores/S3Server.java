package app.parley.stores;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** S3Proxy on a folder: an S3 server that wants signed requests. */
public final class S3Server extends StoreServer {

    private static final String NAME = "S3";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);
    private static final int FORBIDDEN = 403;

    private final Settings settings;

    private S3Server(StoreProcess process, Settings settings) {
        super(process, settings.port());
        this.settings = settings;
    }

    /**
     * @param data the folder of this instance, made if it is not there
     * @param port where it answers, 0 for any free port
     * @param accessKey the name of the one client
     * @param secretKey what the client signs with
     * @param log the file that its output is appended to
     */
    public record Settings(Path data, int port, String accessKey, String secretKey, Path log) {

        @Override
        public String toString() {
            return "Settings[data=%s, port=%d, accessKey=%s, log=%s]".formatted(data, port, accessKey, log);
        }
    }

    public static S3Server start(Settings wanted) {
        Settings settings = new Settings(
                wanted.data(), portOrFree(wanted.port()), wanted.accessKey(), wanted.secretKey(), wanted.log());
        StoreCommand command = new StoreCommand(
                NAME,
                LOOPBACK,
                settings.port(),
                StoreFolder.prepare(NAME, settings.data(), settings.log(), () -> commandLine(settings)),
                settings.data(),
                settings.log(),
                PATIENCE,
                Signal.TERM);
        return new S3Server(StoreProcess.start(command, () -> refusesUnsigned(settings.port())), settings);
    }

    public URI endpoint() {
        return endpoint(port());
    }

    public String accessKey() {
        return settings.accessKey();
    }

    public String secretKey() {
        return settings.secretKey();
    }

    private static List<String> commandLine(Settings settings) throws IOException {
        Path data = settings.data().toAbsolutePath();
        Path configuration = data.resolve("s3proxy.properties");
        // A file, not arguments: the secret must not show in the list of processes.
        StoreFolder.writePrivately(configuration, """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        endpoint(settings.port()),
                        settings.accessKey(),
                        settings.secretKey(),
                        Files.createDirectories(data.resolve("buckets"))));
        return List.of(
                JavaStore.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JavaStore.join(JavaStore.classPath("s3")),
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration.toString());
    }

    private static boolean refusesUnsigned(int port) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest list = HttpRequest.newBuilder(endpoint(port))
                    .timeout(PROBE_TIMEOUT)
                    .build();
            return client.send(list, HttpResponse.BodyHandlers.discarding()).statusCode() == FORBIDDEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static URI endpoint(int port) {
        return URI.create("http://%s:%d".formatted(LOOPBACK, port));
    }
}

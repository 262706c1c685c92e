package app.parley.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.apache.cassandra.security.ThreadAwareSecurityManager;

/** The files and the command line of a Cassandra node. */
final class CassandraLayout {

    private static final String MAIN_CLASS = "org.apache.cassandra.service.CassandraDaemon";
    private static final String JVM_OPTIONS = "cassandra.options";
    private static final String SETTINGS = "cassandra.yaml";
    private static final String LOGGING = "cassandra-logback.xml";
    private static final String MEMORY_AGENT = "jamm-";

    private final CassandraServer.Settings settings;
    private final Path data;
    private AheadOfTimeCache cache = AheadOfTimeCache.none();

    CassandraLayout(CassandraServer.Settings settings) {
        this.settings = settings;
        this.data = settings.data().toAbsolutePath();
    }

    /** The cache that the node runs with or records; known once the command line is made. */
    AheadOfTimeCache cache() {
        return cache;
    }

    List<String> commandLine() throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(standIn()));
        classPath.addAll(JavaStore.classPath("cassandra"));
        cache = AheadOfTimeCache.of("cassandra", classPath, settings.node() == 1);
        Path yaml = data.resolve(SETTINGS);
        Files.writeString(yaml, text(SETTINGS) + ownSettings());
        Path logging = data.resolve(LOGGING);
        Files.writeString(logging, text(LOGGING));

        List<String> command = new ArrayList<>(List.of(JavaStore.java()));
        text(JVM_OPTIONS).lines().filter(line -> !line.startsWith("#")).forEach(command::add);
        command.addAll(cache.options());
        command.add("-Xms%1$dm".formatted(settings.heapMegabytes()));
        command.add("-Xmx%1$dm".formatted(settings.heapMegabytes()));
        command.add("-javaagent:" + memoryAgent(classPath));
        command.add("-Dcassandra.config=" + yaml.toUri());
        command.add("-Dcassandra.storagedir=" + data);
        command.add("-Dcassandra-foreground=yes");
        command.add("-Dlogback.configurationFile=" + logging);
        command.addAll(List.of("-cp", JavaStore.join(classPath), MAIN_CLASS));
        return command;
    }

    private String ownSettings() {
        CassandraRing ring = settings.ring();
        String seeds = ring.addresses().stream()
                .map(address -> address + ":" + ring.internodePort())
                .collect(Collectors.joining(","));
        return """
                initial_token: %5$d
                auto_bootstrap: false
                hinted_handoff_enabled: %6$b
                listen_address: %1$s
                rpc_address: %1$s
                native_transport_port: %2$d
                storage_port: %3$d
                data_file_directories: ["%4$s/data"]
                commitlog_directory: "%4$s/commitlog"
                hints_directory: "%4$s/hints"
                saved_caches_directory: "%4$s/saved_caches"
                cdc_raw_directory: "%4$s/cdc_raw"
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters:
                      - seeds: "%7$s"
                """.formatted(
                        settings.address(),
                        settings.port(),
                        ring.internodePort(),
                        data,
                        ring.token(settings.node()),
                        ring.nodes() > 1,
                        seeds);
    }

    private static Path memoryAgent(List<Path> classPath) throws IOException {
        return classPath.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(MEMORY_AGENT))
                .findFirst()
                .orElseThrow(() -> new IOException("no %s*.jar among %s".formatted(MEMORY_AGENT, classPath)));
    }

    /** A jar with the one class that must come before Cassandra's own; a folder would rule the cache out. */
    private static Path standIn() throws IOException {
        String entry = ThreadAwareSecurityManager.class.getName().replace('.', '/') + ".class";
        return StoreHome.provide("cassandra-stand-in.jar", target -> {
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target));
                    InputStream content = resource("/" + entry)) {
                jar.putNextEntry(new JarEntry(entry));
                content.transferTo(jar);
            }
        });
    }

    private static String text(String name) throws IOException {
        try (InputStream content = resource(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream content = CassandraLayout.class.getResourceAsStream(name);
        if (content == null) {
            throw new IOException("resource %s is missing".formatted(name));
        }
        return content;
    }
}

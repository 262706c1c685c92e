package app.parley.launcher;

import app.parley.launcher.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Spring properties that tie the services of one stack together. */
final class ServiceProperties {

    private final StackSettings settings;
    private final Ports ports;
    private final Secrets secrets;

    ServiceProperties(StackSettings settings, Ports ports, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, String> of(Part service) {
        Map<String, String> properties = new LinkedHashMap<>(common(service));
        properties.putAll(
                switch (service) {
                    case PROFILE -> profile();
                    case PRESENCE -> presence();
                    case OFFLINE_STORE -> offlineStore();
                    case CHAT -> chat();
                    case GATEWAY -> gateway();
                    case POSTGRES, REDIS, CASSANDRA, S3 ->
                        throw new IllegalArgumentException(service.title() + " is no service");
                });
        properties.putAll(settings.properties().getOrDefault(service, Map.of()));
        return properties;
    }

    private Map<String, String> common(Part service) {
        return Map.of(
                "server.address",
                service == Part.GATEWAY ? settings.address() : "127.0.0.1",
                "server.port",
                Integer.toString(ports.of(service)),
                "parley.service.internal-address",
                "127.0.0.1",
                "spring.profiles.active",
                "plain-logs",
                "parley.service.internal-port",
                Integer.toString(ports.internal(service)),
                "parley.service.credential",
                secrets.serviceCredential(),
                "parley.service.tokens.key-set-uri",
                ports.uri(Part.PRESENCE) + "/.well-known/jwks.json");
    }

    private Map<String, String> profile() {
        return Map.of(
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:%d/parley".formatted(ports.of(Part.POSTGRES)),
                "spring.datasource.username", "parley",
                "spring.datasource.password", secrets.storePassword(Part.POSTGRES.id()));
    }

    private Map<String, String> presence() {
        Map<String, String> properties = new LinkedHashMap<>(clients(Part.PROFILE, Part.OFFLINE_STORE));
        properties.put("spring.data.redis.url", redis());
        properties.put(
                "parley.presence.tokens.signing-keys",
                secrets.signingKeys().toUri().toString());
        return properties;
    }

    private Map<String, String> offlineStore() {
        return Map.of(
                // one instance on a few cores: fewer and fuller flushes
                "parley.offline-store.shards", "2",
                "spring.cassandra.contact-points", "127.0.0.1",
                "spring.cassandra.port", Integer.toString(ports.of(Part.CASSANDRA)),
                "spring.cassandra.local-datacenter", "datacenter1",
                "spring.cassandra.keyspace-name", "parley",
                "parley.offline-store.schema.create-keyspace", "true",
                "parley.offline-store.retention", settings.retention().toString(),
                "parley.offline-store.instance", "offline-store-0",
                "parley.offline-store.address",
                        ports.internalUri(Part.OFFLINE_STORE).toString());
    }

    private Map<String, String> chat() {
        Map<String, String> properties = new LinkedHashMap<>(clients(Part.PROFILE, Part.PRESENCE, Part.OFFLINE_STORE));
        properties.put("spring.data.redis.url", redis());
        return properties;
    }

    private Map<String, String> gateway() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.data.redis.url", redis());
        for (Part service : List.of(Part.PROFILE, Part.PRESENCE, Part.CHAT, Part.OFFLINE_STORE)) {
            String prefix = "parley.gateway.services." + service.id();
            properties.put(prefix + ".url", ports.uri(service).toString());
            properties.put(prefix + ".internal-url", ports.internalUri(service).toString());
        }
        return properties;
    }

    private Map<String, String> clients(Part... services) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Part service : services) {
            properties.put(
                    "spring.http.serviceclient.%s.base-url".formatted(service.id()),
                    ports.internalUri(service).toString());
        }
        return properties;
    }

    private String redis() {
        return "redis://:%s@127.0.0.1:%d".formatted(secrets.storePassword(Part.REDIS.id()), ports.of(Part.REDIS));
    }
}

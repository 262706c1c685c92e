package app.parley.launcher;

import app.parley.launcher.secret.Secrets;
import app.parley.stores.RedisSentinel;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The Spring properties that tie the services of one stack together. */
final class ServiceProperties {

    /** Two flushes under way are as many as one machine has a use for, and one for each instance has to be. */
    private static final int LEAST_SHARDS = 2;

    private final StackSettings settings;
    private final Ports ports;
    private final Secrets secrets;

    ServiceProperties(StackSettings settings, Ports ports, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
    }

    Map<String, String> of(Instance service) {
        Map<String, String> properties = new LinkedHashMap<>(common(service));
        properties.putAll(
                switch (service.part()) {
                    case PROFILE -> profile(service);
                    case PRESENCE -> presence(service);
                    case OFFLINE_STORE -> offlineStore(service);
                    case CHAT -> chat(service);
                    case GATEWAY -> gateway(service);
                    case POSTGRES, REDIS, REDIS_SENTINEL, CASSANDRA, S3 ->
                        throw new IllegalArgumentException(service.title() + " is no service");
                });
        properties.putAll(settings.properties().getOrDefault(service.part(), Map.of()));
        return properties;
    }

    private Map<String, String> common(Instance service) {
        return Map.of(
                "server.address",
                service.part() == Part.GATEWAY ? settings.address() : "127.0.0.1",
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
                all(service, Part.PRESENCE, Ports::address, "/.well-known/jwks.json"));
    }

    private Map<String, String> profile(Instance service) {
        Map<String, String> properties = new LinkedHashMap<>(clients(service, Part.CHAT, Part.PRESENCE));
        properties.put("spring.datasource.url", "jdbc:postgresql://%s/parley".formatted(store(service, Part.POSTGRES)));
        properties.put("spring.datasource.username", "parley");
        properties.put("spring.datasource.password", secrets.storePassword(Part.POSTGRES.id()));
        // a developer reads codes in the log
        properties.put("parley.profile.codes.sender", "log");
        return properties;
    }

    private Map<String, String> presence(Instance service) {
        Map<String, String> properties = new LinkedHashMap<>(clients(service, Part.PROFILE, Part.OFFLINE_STORE));
        properties.putAll(redis(service));
        properties.put(
                "parley.presence.tokens.signing-keys",
                secrets.signingKeys().toUri().toString());
        return properties;
    }

    private Map<String, String> offlineStore(Instance service) {
        Map<String, String> properties = new LinkedHashMap<>(cassandra(service));
        // on a few cores: few and full flushes
        properties.put("parley.offline-store.shards", Integer.toString(Math.max(LEAST_SHARDS, settings.nodes())));
        properties.put("parley.offline-store.retention", settings.retention().toString());
        properties.put("parley.offline-store.instance", "offline-store-" + service.number());
        properties.put(
                "parley.offline-store.address",
                Ports.http(address(service, service, Ports::internalAddress)).toString());
        return properties;
    }

    private Map<String, String> cassandra(Instance service) {
        List<Instance> nodes = settings.instances(Part.CASSANDRA).toList();
        String contactPoints = nodes.stream()
                .map(node -> Ports.text(address(service, node, Ports::address)))
                .collect(Collectors.joining(","));
        return Map.of(
                "spring.cassandra.contact-points", contactPoints,
                "spring.cassandra.local-datacenter", "datacenter1",
                "spring.cassandra.keyspace-name", "parley",
                "parley.offline-store.schema.create-keyspace", "true",
                "parley.offline-store.schema.replication-factor", Integer.toString(nodes.size()));
    }

    private Map<String, String> chat(Instance service) {
        Map<String, String> properties =
                new LinkedHashMap<>(clients(service, Part.PROFILE, Part.PRESENCE, Part.OFFLINE_STORE));
        properties.putAll(redis(service));
        return properties;
    }

    private Map<String, String> gateway(Instance service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.putAll(redis(service));
        for (Part called : List.of(Part.PROFILE, Part.PRESENCE, Part.CHAT, Part.OFFLINE_STORE)) {
            String prefix = "parley.gateway.services." + called.id();
            properties.put(prefix + ".url", all(service, called, Ports::address, ""));
            properties.put(prefix + ".internal-url", all(service, called, Ports::internalAddress, ""));
        }
        return properties;
    }

    private Map<String, String> clients(Instance caller, Part... services) {
        Map<String, String> properties = new LinkedHashMap<>();
        String name = settings.nodes() == 1 ? "spring.http.serviceclient.%s.base-url" : "parley.service.instances.%s";
        for (Part service : services) {
            properties.put(name.formatted(service.id()), all(caller, service, Ports::internalAddress, ""));
        }
        return properties;
    }

    private Map<String, String> redis(Instance caller) {
        String password = secrets.storePassword(Part.REDIS.id());
        String sentinels = settings.instances(Part.REDIS_SENTINEL)
                .map(sentinel -> Ports.text(address(caller, sentinel, Ports::address)))
                .collect(Collectors.joining(","));
        if (sentinels.isEmpty()) {
            return Map.of("spring.data.redis.url", "redis://:%s@%s".formatted(password, store(caller, Part.REDIS)));
        }
        return Map.of(
                "spring.data.redis.password", password,
                "spring.data.redis.sentinel.master", RedisSentinel.PRIMARY,
                "spring.data.redis.sentinel.nodes", sentinels,
                "spring.data.redis.sentinel.password", password);
    }

    private String store(Instance caller, Part store) {
        return Ports.text(address(caller, Instance.first(store), Ports::address));
    }

    /** The URLs of a path at each instance of a service, separated by commas. */
    private String all(
            Instance caller, Part service, BiFunction<Ports, Instance, InetSocketAddress> target, String path) {
        return settings.instances(service)
                .map(called -> Ports.http(address(caller, called, target)) + path)
                .collect(Collectors.joining(","));
    }

    private InetSocketAddress address(
            Instance caller, Instance called, BiFunction<Ports, Instance, InetSocketAddress> target) {
        return settings.relays().address(new Link(caller, called, target.apply(ports, called)));
    }
}

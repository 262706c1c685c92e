package app.parley.offlinestore.shard;

import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Overview;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Recipient;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.journal.Journal;
import app.parley.offlinestore.lease.Instances;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import app.parley.test.CassandraStore;
import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.cassandra.autoconfigure.CassandraAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.cassandra.autoconfigure.DataCassandraAutoConfiguration;
import org.springframework.boot.data.cassandra.autoconfigure.DataCassandraReactiveAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The service without its web server, on a real Cassandra: it can be stopped, it can die, others can be there and follow. They
 * reach each other without HTTP, by {@link InProcessPeers}.
 */
final class Instance implements AutoCloseable {

    static final UUID ANN = new UUID(0xA, 1);
    static final UUID ANNS_PHONE = new UUID(0xA, 2);
    static final UUID BEN = new UUID(0xB, 1);
    static final UUID BENS_PHONE = new UUID(0xB, 2);
    static final UUID BENS_LAPTOP = new UUID(0xB, 3);
    static final List<Recipient> BOTH =
            List.of(new Recipient(ANN, 0, 0, List.of(ANNS_PHONE)), new Recipient(BEN, 0, 0, List.of(BENS_PHONE)));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final ConversationLogs logs;
    private final UserQueues queues;
    private final OwnedShards shards;
    private final Ownership ownership;

    private Instance(ConfigurableApplicationContext context) {
        this.context = context;
        this.logs = context.getBean(ConversationLogs.class);
        this.queues = context.getBean(UserQueues.class);
        this.shards = context.getBean(OwnedShards.class);
        this.ownership = context.getBean(Ownership.class);
    }

    /** Starts an instance that settles quickly, and waits until every shard is served, by it if there is no other. */
    static Instance start(CassandraStore cassandra, String... settings) {
        Instance instance = launch(cassandra, settings);
        instance.awaitOpen();
        return instance;
    }

    static Instance launch(CassandraStore cassandra, String... settings) {
        Map<String, Object> defaults = new HashMap<>(Map.of(
                "spring.cassandra.contact-points",
                cassandra.host(),
                "spring.cassandra.port",
                cassandra.port(),
                "spring.cassandra.local-datacenter",
                cassandra.datacenter(),
                "spring.cassandra.keyspace-name",
                cassandra.keyspace(),
                "parley.offline-store.shards",
                2,
                "parley.offline-store.journal.segment-age",
                "300ms",
                "parley.offline-store.journal.progress-delay",
                "200ms",
                "parley.offline-store.settlement.interval",
                "100ms",
                "parley.offline-store.settlement.grace",
                "300ms",
                "spring.config.import",
                "optional:classpath:none.yml"));
        defaults.put("parley.offline-store.lease.watch", "100ms");
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            defaults.put(pair[0], pair[1]);
        }
        return new Instance(new SpringApplicationBuilder(TestService.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(defaults)
                .run(defaults.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new)));
    }

    void awaitOpen() {
        eventually(() -> org.assertj.core.api.Assertions.assertThat(ownership.isComplete())
                .isTrue());
    }

    static void eventually(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
    }

    Faults faults() {
        return context.getBean(Faults.class);
    }

    OwnedShards shards() {
        return shards;
    }

    /** What peers offer it shards by. */
    ShardOffers offers() {
        return ownership;
    }

    ConversationLogs logs() {
        return logs;
    }

    List<Reminder> reminders(String node) {
        return context.getBean(Reminders.class).due(node, 1000).block(PATIENCE);
    }

    Stores stores() {
        return context.getBean(Stores.class);
    }

    Journal journal() {
        return context.getBean(Journal.class);
    }

    double gauge(String meter) {
        return context.getBean(MeterRegistry.class).get(meter).gauge().value();
    }

    double counted(String meter, String... tags) {
        return context.getBean(MeterRegistry.class).get(meter).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    Outcome apply(Command command) {
        return applyAll(List.of(command)).getFirst();
    }

    List<Outcome> applyAll(List<Command> commands) {
        int shard = ShardMap.shardOf(commands.getFirst().conversation(), shards.count());
        return logs.apply(shard, commands).block(PATIENCE);
    }

    /** Puts a command to its shard without waiting for its outcome. */
    CompletableFuture<List<Outcome>> submit(Command command) {
        return logs.apply(ShardMap.shardOf(command.conversation(), shards.count()), List.of(command))
                .toFuture();
    }

    /** Sends a text from Ann to both. */
    long send(UUID conversation, String text) {
        return send(conversation, UUID.randomUUID(), text, BOTH, null);
    }

    long send(UUID conversation, UUID id, String text, List<Recipient> audience, Retention retention) {
        Outcome outcome = apply(append(conversation, id, text, audience, retention));
        return ((Outcome.Appended) outcome).seq();
    }

    /** An id of version 7 that says it was made at this time. */
    static UUID madeAt(Instant time) {
        UUID random = UUID.randomUUID();
        return new UUID(
                time.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
                random.getLeastSignificantBits());
    }

    static Append append(UUID conversation, UUID id, String text, List<Recipient> audience, Retention retention) {
        return new Append(
                conversation,
                id,
                ANN,
                ANNS_PHONE,
                text,
                audience,
                0,
                retention,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    Outcome acknowledge(UUID conversation, UUID user, UUID device, long seq) {
        return apply(new Command.Acknowledge(conversation, user, device, seq));
    }

    List<Position> pending(UUID user, UUID device) {
        return pending(List.of(new Device(user, device))).getFirst();
    }

    List<List<Position>> pending(List<Device> devices) {
        return queues.pending(devices).block(PATIENCE);
    }

    /** Gives a user a conversation that waits, whose stored state nobody can read. */
    void listUnreadable(UUID user, UUID conversation) {
        CqlSession session = context.getBean(CqlSession.class);
        session.execute("INSERT INTO pending_by_user (user, conversation) VALUES (?, ?)", user, conversation);
        session.execute(
                "INSERT INTO conversation (id, epoch, segment, position, state) VALUES (?, 0, 0, 0, ?)",
                conversation,
                ByteBuffer.wrap(new byte[] {99}));
    }

    void forget(UUID user, UUID device) {
        queues.forget(user, device, 0).block(PATIENCE);
    }

    List<String> texts(UUID conversation) {
        return messages(conversation, 0L, null, 500).stream()
                .map(Message::content)
                .toList();
    }

    List<String> texts(UUID conversation, UUID reader) {
        return messages(conversation, reader, 0L, null, 500).stream()
                .map(Message::content)
                .toList();
    }

    void forgetUser(UUID conversation, UUID user, boolean erase) {
        logs.forgetUser(conversation, user, erase).block(PATIENCE);
    }

    /** The tables that have this user's id in what they hold of a conversation, also within its state. */
    List<String> holding(UUID conversation, UUID user) {
        CqlSession session = context.getBean(CqlSession.class);
        ByteBuffer id = ByteBuffer.allocate(16)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .flip();
        String bytes = HexFormat.of().formatHex(id.array());
        return Map.of(
                        "message_by_conversation", "conversation",
                        "send_by_id", "conversation",
                        "pending_by_user", "conversation",
                        "conversation", "id")
                .entrySet()
                .stream()
                .filter(table -> session
                        .execute("SELECT * FROM " + table.getKey() + " WHERE " + table.getValue() + " = " + conversation
                                + " ALLOW FILTERING")
                        .all()
                        .stream()
                        .anyMatch(row -> {
                            String shown = row.getFormattedContents().replace("-", "");
                            return shown.contains(bytes);
                        }))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Overview> list(UUID user, List<ConversationList.Wanted> wanted) {
        return context.getBean(ConversationList.class).of(user, wanted).block(PATIENCE);
    }

    List<Message> messages(UUID conversation, Long after, Long before, int limit) {
        return messages(conversation, ANN, after, before, limit);
    }

    List<Message> messages(UUID conversation, UUID reader, Long after, Long before, int limit) {
        return logs.messages(conversation, reader, after, before, limit).block(PATIENCE);
    }

    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /** Whether any table holds this text, wherever it is. */
    boolean isAnywhere(String text) {
        CqlSession session = context.getBean(CqlSession.class);
        boolean inLog = session.execute("SELECT content FROM message_by_conversation").all().stream()
                .anyMatch(row -> row.getString(0).contains(text));
        return inLog
                || isIn("SELECT payload FROM journal", text)
                || isIn("SELECT state FROM conversation", text)
                || isIn("SELECT last FROM conversation", text);
    }

    private boolean isIn(String blobs, String text) {
        return context.getBean(CqlSession.class).execute(blobs).all().stream()
                .map(row -> row.getByteBuffer(0))
                .filter(Objects::nonNull)
                .map(bytes -> new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8))
                .anyMatch(payload -> payload.contains(text));
    }

    long rows(String table) {
        return context.getBean(CqlSession.class)
                .execute("SELECT count(*) FROM " + table)
                .one()
                .getLong(0);
    }

    /** Ends as a crash would, a lease's time ago: nothing more is written, and nobody waits for its leases any more. */
    void die() {
        crash();
        ShardLeases leases = context.getBean(ShardLeases.class);
        leases.all()
                .flatMapIterable(Map::entrySet)
                .filter(state -> shards.self().equals(state.getValue().owner()))
                .flatMap(
                        state -> leases.release(state.getKey(), state.getValue().epoch()))
                .blockLast(PATIENCE);
        context.close();
    }

    /** Ends as a crash would: nothing more is written, the leases stay. */
    void crash() {
        ownership.halt();
        context.getBean(InProcessPeers.class).close();
    }

    /** Says that it is there for so long, whatever becomes of it. */
    void announce(Duration time) {
        context.getBean(Instances.class).announce(shards.self(), time).block(PATIENCE);
    }

    /** The instances that have said that they are there. */
    List<String> announced() {
        return context.getBean(Instances.class)
                .all()
                .map(Owner::name)
                .collectList()
                .block(PATIENCE);
    }

    /** The shards that are open here. */
    List<Integer> open() {
        return shards.all().stream()
                .filter(shard -> shard.open() != null)
                .map(ShardOwner::shard)
                .toList();
    }

    Map<Integer, URI> addresses() {
        return logs.addresses().block(PATIENCE);
    }

    @Override
    public void close() {
        context.close();
    }

    @ComponentScan(
            basePackages = {
                "app.parley.offlinestore.cassandra",
                "app.parley.offlinestore.journal",
                "app.parley.offlinestore.lease",
                "app.parley.offlinestore.shard"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.HttpPeers"))
    @Import(InProcessPeers.class)
    @ConfigurationPropertiesScan("app.parley.offlinestore")
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        CassandraAutoConfiguration.class,
        DataCassandraAutoConfiguration.class,
        DataCassandraReactiveAutoConfiguration.class
    })
    static class TestService {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        static Faults faults() {
            return new Faults();
        }
    }
}

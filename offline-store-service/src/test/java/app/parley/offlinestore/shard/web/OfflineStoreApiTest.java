package app.parley.offlinestore.shard.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.Command.Acknowledge;
import app.parley.offlinestore.api.Command.Append;
import app.parley.offlinestore.api.Device;
import app.parley.offlinestore.api.Kind;
import app.parley.offlinestore.api.MembersChange;
import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.Outcome.Appended;
import app.parley.offlinestore.api.Outcome.OtherVersion;
import app.parley.offlinestore.api.Outcome.Progressed;
import app.parley.offlinestore.api.Outcome.Reason;
import app.parley.offlinestore.api.Outcome.Refused;
import app.parley.offlinestore.api.Position;
import app.parley.offlinestore.api.Recipient;
import app.parley.offlinestore.api.Reference;
import app.parley.offlinestore.api.Retention;
import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.api.StoredMessage;
import app.parley.service.port.InternalPort;
import app.parley.test.RealStores;
import app.parley.test.Store;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@RealStores(Store.CASSANDRA)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=plain-logs",
            "parley.service.internal-port=0",
            "parley.service.credential=" + OfflineStoreApiTest.CREDENTIAL,
            "parley.service.tokens.key-set-uri=http://localhost:1/jwks.json",
            "parley.offline-store.address=http://store.example:8094"
        })
class OfflineStoreApiTest {

    static final String CREDENTIAL = "0123456789abcdef";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID conversation = UUID.randomUUID();
    private final UUID ann = UUID.randomUUID();
    private final UUID annsPhone = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID bensPhone = UUID.randomUUID();

    @Autowired
    private InternalPort internalPort;

    private OfflineStoreApi api;
    private WebTestClient http;

    @BeforeEach
    void awaitReadiness() {
        WebClient client = WebClient.builder()
                .baseUrl("http://localhost:" + internalPort.number())
                .defaultHeader("Parley-Service-Credential", CREDENTIAL)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
                .build();
        api = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .build()
                .createClient(OfflineStoreApi.class);
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + internalPort.number())
                .defaultHeader("Parley-Service-Credential", CREDENTIAL)
                .responseTimeout(PATIENCE)
                .build();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> http.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void aMessageIsAppendedFoundWaitingReadAndAcknowledged() {
        ShardMap shards = api.shards().block(PATIENCE);
        assertThat(shards.owners()).hasSize(8).containsOnly(URI.create("http://store.example:8094"));
        int shard = shards.shardOf(conversation);
        List<Command> commands = List.of(append("{\"type\":\"text\",\"text\":\"hi\"}"));

        Appended appended =
                (Appended) api.apply(shard, commands).block(PATIENCE).getFirst();

        assertThat(appended.seq()).isEqualTo(1);
        List<Device> devices = List.of(new Device(UUID.randomUUID(), UUID.randomUUID()), new Device(ben, bensPhone));
        assertThat(api.pending(devices).block(PATIENCE))
                .containsExactly(List.of(), List.of(new Position(conversation, 0, 1)));
        assertThat(api.messages(conversation, ann, 0L, null, 10).block(PATIENCE))
                .extracting(StoredMessage::content)
                .containsExactly("{\"type\":\"text\",\"text\":\"hi\"}");
        assertThat(api.apply(
                                shard,
                                List.of(
                                        new Acknowledge(conversation, ben, bensPhone, 1),
                                        new Acknowledge(conversation, ben, bensPhone, 2)))
                        .block(PATIENCE))
                .containsExactly(new Progressed(1, 0, true, null), new Refused(Reason.SEQ_OUT_OF_RANGE));
        assertThat(api.state(conversation, ben, bensPhone).block(PATIENCE).position())
                .isEqualTo(new Position(conversation, 1, 1));
        api.forget(ben, bensPhone, 0).block(PATIENCE);
    }

    @Test
    void aBatchOfLargeMessagesIsTaken() {
        String content = "{\"type\":\"text\",\"text\":\"" + "x".repeat(16 * 1024) + "\"}";
        List<Command> commands =
                Stream.generate(() -> (Command) append(content)).limit(100).toList();

        List<Outcome> outcomes =
                api.apply(ShardMap.shardOf(conversation, 8), commands).block(PATIENCE);

        assertThat(outcomes)
                .extracting(outcome -> ((Appended) outcome).seq())
                .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(api.messages(conversation, ann, 99L, null, 10).block(PATIENCE))
                .extracting(StoredMessage::content)
                .containsExactly(content);
    }

    /** The largest frame that chat-service takes, if each of its characters has to be escaped, to a large group. */
    @Test
    void theLargestMessageIsTaken() {
        String content = "{\"type\":\"own\",\"it\":\"" + "\\\"".repeat(64 * 1024) + "\"}";
        List<Recipient> audience = Stream.generate(
                        () -> new Recipient(UUID.randomUUID(), 1, 1, List.of(UUID.randomUUID(), UUID.randomUUID())))
                .limit(4_000)
                .toList();
        Append largest = new Append(
                conversation,
                UUID.randomUUID(),
                ann,
                annsPhone,
                content,
                audience,
                0,
                Retention.ARCHIVE,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);

        List<Outcome> outcomes =
                api.apply(ShardMap.shardOf(conversation, 8), List.of(largest)).block(PATIENCE);

        assertThat(outcomes).first().isInstanceOf(Appended.class);
        assertThat(api.messages(conversation, audience.getFirst().user(), 0L, null, 10)
                        .block(PATIENCE))
                .extracting(StoredMessage::content)
                .containsExactly(content);
    }

    private Append append(String content) {
        return new Append(
                conversation,
                UUID.randomUUID(),
                ann,
                annsPhone,
                content,
                List.of(new Recipient(ann, 0, 0, List.of(annsPhone)), new Recipient(ben, 0, 0, List.of(bensPhone))),
                0,
                Retention.WIPE,
                0,
                null,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    @Test
    void aGroupTakesChangesInTheirOrderAndShowsToEachWhatIsTheirs() {
        Append made = change(1, List.of(ann, ben), List.of());
        Append said = inGroup(1);
        Append left = change(2, List.of(), List.of(ben));

        List<Outcome> early = apply(left, made, said, inGroup(2));
        List<Outcome> inTime = apply(left, said, inGroup(2));

        assertThat(early.getFirst()).isEqualTo(new OtherVersion(0));
        assertThat(early.getLast()).isEqualTo(new OtherVersion(1));
        assertThat(Stream.concat(early.subList(1, 3).stream(), inTime.stream()))
                .extracting(outcome -> ((Appended) outcome).seq())
                .containsExactly(1L, 2L, 3L, 2L, 4L);
        assertThat(seen(ann)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(seen(ben)).containsExactly(1L, 2L, 3L);
        assertThat(seen(UUID.randomUUID())).isEmpty();
    }

    /** As if another had been looked up before it was known that the first has to come again. */
    @Test
    void whatFollowsInABatchDoesNotOvertakeWhatHasToBeSentAgain() {
        apply(change(1, List.of(ann, ben), List.of()));

        List<Outcome> outcomes = apply(inGroup(2), change(2, List.of(), List.of()), inGroup(2));

        assertThat(outcomes.get(0)).isEqualTo(new OtherVersion(1));
        assertThat(outcomes.get(1)).isInstanceOf(Appended.class);
        assertThat(outcomes.get(2)).isEqualTo(new OtherVersion(1));
        assertThat(apply(inGroup(2)).getFirst()).isInstanceOf(Appended.class);
    }

    @Test
    void whatAMessageIsAboutHasToBeThereAndOnesOwnWhereThatIsAsked() {
        Append said = append("{}");

        List<Outcome> outcomes = apply(
                said,
                about(ann, new Reference(1, true, 60_000)),
                about(ben, new Reference(1, true, 60_000)),
                about(ben, new Reference(1, false, 0)),
                about(ben, new Reference(9, false, 0)),
                about(ben, new Reference(0, false, 0)));

        assertThat(outcomes.subList(0, 2)).allMatch(Appended.class::isInstance);
        assertThat(outcomes.get(2)).isEqualTo(new Refused(Reason.NOT_OWN));
        assertThat(outcomes.get(3)).isInstanceOf(Appended.class);
        assertThat(outcomes.subList(4, 6)).containsOnly(new Refused(Reason.NO_SUCH_MESSAGE));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(apply(about(ann, new Reference(1, true, 1))))
                        .containsExactly(new Refused(Reason.TOO_LATE)));
    }

    private Append about(UUID sender, Reference reference) {
        return new Append(
                conversation,
                UUID.randomUUID(),
                sender,
                sender.equals(ann) ? annsPhone : bensPhone,
                "{}",
                List.of(new Recipient(ann, 0, 0, List.of(annsPhone)), new Recipient(ben, 0, 0, List.of(bensPhone))),
                0,
                Retention.WIPE,
                0,
                null,
                reference.own() ? Kind.EDIT : Kind.REMARK,
                reference,
                false,
                null);
    }

    private List<Outcome> apply(Command... commands) {
        return api.apply(ShardMap.shardOf(conversation, 8), List.of(commands)).block(PATIENCE);
    }

    private List<Long> seen(UUID user) {
        return api.messages(conversation, user, 0L, null, 10).block(PATIENCE).stream()
                .map(StoredMessage::seq)
                .toList();
    }

    private Append inGroup(long version) {
        return group(version, null);
    }

    private Append change(long version, List<UUID> joined, List<UUID> left) {
        return group(version, new MembersChange(joined, left, false));
    }

    private Append group(long version, MembersChange change) {
        return new Append(
                conversation,
                UUID.randomUUID(),
                ann,
                annsPhone,
                "{}",
                List.of(new Recipient(ann, 0, 0, List.of(annsPhone)), new Recipient(ben, 0, 0, List.of(bensPhone))),
                0,
                Retention.ARCHIVE,
                version,
                change,
                Kind.MESSAGE,
                null,
                false,
                null);
    }

    @Test
    void aShardThatIsNotHereIsAnotherOwners() {
        http.post()
                .uri("/internal/v1/shards/8/commands")
                .bodyValue(List.of())
                .exchange()
                .expectStatus()
                .isEqualTo(421)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_owner")
                .jsonPath("$.retryable")
                .isEqualTo(true);
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        http.get()
                .uri("/internal/v1/conversations/" + conversation + "/messages?user=" + ann + "&limit=501")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_field");
    }

    @Test
    void anUnknownCommandIsRefused() {
        http.post()
                .uri("/internal/v1/shards/0/commands")
                .header("Content-Type", "application/json")
                .bodyValue("[{\"type\":\"drop\"}]")
                .exchange()
                .expectStatus()
                .isEqualTo(400);
    }
}

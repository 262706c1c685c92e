package app.parley.profile.discovery;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.CodeReceiver;
import app.parley.profile.MovableClock;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TestPropertySource(
        properties = {
            "parley.profile.discovery.first=20",
            "parley.profile.discovery.per-day=4",
            "parley.profile.discovery.remembered=30d",
            "parley.profile.discovery.cleaning=1s",
            "parley.profile.contacts.most=1"
        })
@Import(DiscoveryTest.Blocks.class)
class DiscoveryTest extends ProfileServiceTest {

    private static final Duration DAY = Duration.ofDays(1);

    /** Who has blocked whom. */
    @TestComponent
    static class Blocks implements Hiding {

        private final Map<UUID, UUID> blocked = new ConcurrentHashMap<>();

        void block(Person who, Person whom) {
            blocked.put(who.id(), whom.id());
        }

        @Override
        public Set<UUID> hidden(UUID asker, Set<UUID> people) {
            return people.stream()
                    .filter(person -> asker.equals(blocked.get(person)))
                    .collect(Collectors.toSet());
        }
    }

    @Autowired
    private CodeReceiver receiver;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Blocks blocks;

    @Autowired
    private JdbcTemplate database;

    private Person ada;
    private Person grace;
    private String gracesPhone;

    @BeforeEach
    void twoPeopleAndANumber() {
        ada = client.register("ada");
        grace = client.register("grace");
        gracesPhone = freePhone();
        own(grace, gracesPhone);
    }

    @Test
    void somebodyIsFoundByTheHashOfTheirNumber() {
        String hash = hash(gracesPhone);

        lookUp(ada, Stream.of(hash.toUpperCase(Locale.ROOT), hash(freePhone())).toList())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.found.length()")
                .isEqualTo(1)
                .jsonPath("$.found[0].hash")
                .isEqualTo(hash)
                .jsonPath("$.found[0].user")
                .isEqualTo(grace.id().toString())
                .jsonPath("$.found[0].handle")
                .isEqualTo(grace.handle())
                .jsonPath("$.found[0].displayName")
                .isEqualTo("grace")
                .jsonPath("$.remaining")
                .isEqualTo(18);
    }

    @Test
    void whoDoesNotWantToBeFoundIsNot() {
        discoverable(grace, false);
        assertThat(found(ada, gracesPhone)).isEmpty();

        discoverable(grace, true);
        assertThat(found(ada, gracesPhone)).containsExactly(grace.id());
    }

    @Test
    void whoHasBlockedTheAskerIsNotFoundByThem() {
        Person mary = client.register("mary");
        blocks.block(grace, ada);

        assertThat(found(ada, gracesPhone)).isEmpty();
        assertThat(found(mary, gracesPhone)).containsExactly(grace.id());
    }

    @Test
    void nobodyFindsThemselvesOrWhoHasTheNumberNoMore() {
        assertThat(found(grace, gracesPhone)).isEmpty();

        own(ada, gracesPhone);

        assertThat(found(grace, gracesPhone)).containsExactly(ada.id());
    }

    @Test
    void theTermsSayHowToHashAndHowMany() {
        client.as(ada)
                .get()
                .uri("/v1/contacts/lookup")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.algorithm")
                .isEqualTo("SHA-256")
                .jsonPath("$.salt")
                .isEqualTo(salt())
                .jsonPath("$.most")
                .isEqualTo(1000)
                .jsonPath("$.remaining")
                .isEqualTo(20);
    }

    @Test
    void theSameNumbersCostNothingAgainForAMonth() {
        List<String> book = hashes(20);
        assertThat(remaining(lookUp(ada, book))).isZero();
        assertThat(remaining(lookUp(ada, book))).isZero();
        expectExhausted(lookUp(ada, hashes(1)), Duration.ofHours(6));

        clock.advance(DAY.multipliedBy(29));
        assertThat(remaining(lookUp(ada, book))).isEqualTo(20);
        clock.advance(DAY.multipliedBy(2));
        assertThat(remaining(lookUp(ada, book))).isZero();
    }

    @Test
    void eachDayAllowsSomeMore() {
        lookUp(ada, hashes(20)).expectStatus().isOk();
        clock.advance(Duration.ofHours(12));

        expectExhausted(lookUp(ada, hashes(3)), Duration.ofHours(6));
        assertThat(remaining(lookUp(ada, hashes(2)))).isZero();
        clock.advance(DAY.multipliedBy(100));
        assertThat(remaining(lookUp(ada, hashes(1)))).isEqualTo(19);
    }

    @Test
    void whatIsRefusedIsNotCountedAndFindsNobody() {
        lookUp(ada, hashes(15)).expectStatus().isOk();

        expectExhausted(
                lookUp(
                        ada,
                        Stream.concat(hashes(5).stream(), Stream.of(hash(gracesPhone)))
                                .toList()),
                Duration.ofHours(6));

        assertThat(found(ada, gracesPhone)).containsExactly(grace.id());
    }

    @Test
    void lookUpsAtOnceGetNoMoreThanTheQuota() throws Exception {
        List<Callable<Integer>> lookUps = Collections.nCopies(
                8, () -> lookUp(ada, hashes(5)).returnResult().getStatus().value());

        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers =
                    devices.invokeAll(lookUps).stream().map(Future::resultNow).toList();
            assertThat(Collections.frequency(answers, 200)).isEqualTo(4);
            assertThat(Collections.frequency(answers, 429)).isEqualTo(4);
        }
    }

    @Test
    void whatIsNotRememberedIsCleanedUp() {
        lookUp(ada, hashes(3)).expectStatus().isOk();
        assertThat(remembered(ada)).isOne();

        clock.advance(DAY.multipliedBy(31));

        await().until(() -> remembered(ada) == 0);
    }

    @Test
    void aContactIsAddedByNumber() {
        add(ada, Map.of("phone", " " + gracesPhone, "name", "Grace from work"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user")
                .isEqualTo(grace.id().toString())
                .jsonPath("$.name")
                .isEqualTo("Grace from work");
        add(ada, Map.of("phone", gracesPhone))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(null);
        assertThat(remaining(lookUp(ada, List.of(hash(gracesPhone))))).isEqualTo(19);
    }

    @Test
    void aNumberOfNobodyAndOneThatIsNotToBeFoundAreAnsweredAlike() {
        discoverable(grace, false);

        expectProblem(add(ada, Map.of("phone", gracesPhone)), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(add(ada, Map.of("phone", freePhone())), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(add(grace, Map.of("phone", gracesPhone)), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void addingByNumberCountsAgainstTheQuota() {
        lookUp(ada, hashes(20)).expectStatus().isOk();

        expectExhausted(add(ada, Map.of("phone", gracesPhone)), Duration.ofHours(6));
    }

    @Test
    void aFullBookTakesNobodyMore() {
        String marysPhone = freePhone();
        own(client.register("mary"), marysPhone);
        add(ada, Map.of("phone", gracesPhone)).expectStatus().isOk();

        expectProblem(add(ada, Map.of("phone", marysPhone)), HttpStatus.CONFLICT, "too_many_contacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\": \"02079460123\"}", "{\"phone\": null}"})
    void whatIsNoNumberIsRefused(String body) {
        expectInvalid(add(ada, body), "phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0"})
    void whatIsNoHashIsRefused(String hash) {
        expectInvalid(lookUp(ada, List.of(hash)), "hashes[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hashes\": null}", "{\"hashes\": []}"})
    void noHashIsRefused(String body) {
        expectInvalid(post(ada, "/v1/contacts/lookup", body), "hashes");
    }

    @Test
    void aThousandHashesAreTheMostThatOneRequestHas() {
        expectInvalid(lookUp(ada, hashes(1001)), "hashes");
        lookUp(ada, Collections.nCopies(1000, hash(gracesPhone))).expectStatus().isOk();
    }

    @Test
    void aTokenOfAnAccountThatIsGoneIsOfNobody() {
        expectProblem(lookUp(new Person(UUID.randomUUID(), "gone"), hashes(1)), HttpStatus.NOT_FOUND, "unknown_user");
    }

    private static void expectExhausted(ResponseSpec answer, Duration wait) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds ->
                                assertThat(Long.parseLong(seconds)).isBetween(wait.toSeconds() - 60, wait.toSeconds()))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("lookup_quota_exceeded")
                .jsonPath("$.retryable")
                .isEqualTo(true);
    }

    private void own(Person person, String phone) {
        post(person, "/v1/me/addresses", Map.of("phone", phone)).expectStatus().isAccepted();
        post(person, "/v1/me/addresses/verification", Map.of("phone", phone, "code", receiver.lastCode(phone)))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofMinutes(1));
    }

    private void discoverable(Person person, boolean discoverable) {
        client.as(person)
                .patch()
                .uri("/v1/me/addresses/phone")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("discoverable", discoverable))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private ResponseSpec lookUp(Person person, List<String> hashes) {
        return post(person, "/v1/contacts/lookup", Map.of("hashes", hashes));
    }

    private ResponseSpec add(Person person, Object contact) {
        return post(person, "/v1/contacts", contact);
    }

    private ResponseSpec post(Person person, String path, Object body) {
        return client.as(person)
                .method(HttpMethod.POST)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private List<UUID> found(Person person, String phone) {
        List<?> found = (List<?>) answer(lookUp(person, List.of(hash(phone)))).get("found");
        return found.stream()
                .map(one -> UUID.fromString((String) ((Map<?, ?>) one).get("user")))
                .toList();
    }

    private static int remaining(ResponseSpec answer) {
        return (int) answer(answer).get("remaining");
    }

    private static Map<?, ?> answer(ResponseSpec answer) {
        return answer.expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody();
    }

    private int remembered(Person person) {
        return database.queryForObject(
                "select count(*) from looked_up where account_id = ?", Integer.class, person.id());
    }

    private String salt() {
        return database.queryForObject("select salt from phone_salt", String.class);
    }

    private String hash(String phone) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((salt() + phone).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> hashes(int count) {
        return IntStream.range(0, count).mapToObj(_ -> hash(freePhone())).toList();
    }

    private static String freePhone() {
        return "+49152%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}

package app.parley.profile.verification;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.profile.CodeReceiver.Received;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.api.CodeCredentials;
import app.parley.profile.api.SignInAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** How often a code may be tried and asked for, and for how long it is good. */
class CodesTest extends AddressTest {

    private static final String KIND = "phone";
    private static final int AT_ONCE = 5;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transactions;

    private String phone;

    @BeforeEach
    void aNumber() {
        phone = freePhone();
    }

    @Test
    void aWrongCodeIsRefusedAndTheRightOneStillServes() {
        String code = code(ada, KIND, phone);
        tryWrong(code, 4);

        prove(ada, KIND, phone, code).expectStatus().isOk();
    }

    @Test
    void afterFiveWrongTriesACodeIsVoidAndANewOneServes() {
        String code = code(ada, KIND, phone);
        tryWrong(code, 5);

        expectProblem(prove(ada, KIND, phone, code), HttpStatus.UNPROCESSABLE_CONTENT, "too_many_tries");
        assertThat(address(ada, KIND)).isNull();

        own(ada, KIND, phone);
    }

    @Test
    void triesAtOnceAreNoMoreThanAllowed() throws Exception {
        String code = code(ada, KIND, phone);

        List<String> answers = atOnce(20, () -> problem(prove(ada, KIND, phone, another(code))));

        assertThat(answers).filteredOn("invalid_code"::equals).hasSize(5);
        assertThat(answers).filteredOn("too_many_tries"::equals).hasSize(15);
    }

    @Test
    void aCodeServesOnceAlsoToSeveralAtOnce() throws Exception {
        String code = code(ada, KIND, phone);

        List<Integer> answers = atOnce(
                4,
                () -> prove(ada, KIND, phone, code).returnResult().getStatus().value());

        assertThat(answers).containsExactlyInAnyOrder(200, 422, 422, 422);
        expectWrong(prove(ada, KIND, phone, code));
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        ask(ada, Map.of(KIND, phone)).expectStatus().isAccepted();
        String first = receiver.lastCode(phone);
        clock.advance(Duration.ofMinutes(9).plusSeconds(50));
        prove(ada, KIND, phone, first).expectStatus().isOk();

        ask(grace, Map.of(KIND, phone)).expectStatus().isAccepted();
        String second = receiver.lastCode(phone);
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        expectWrong(prove(grace, KIND, phone, second));
    }

    @Test
    void aNewCodeVoidsTheOneBefore() {
        String old = code(ada, KIND, phone);
        String fresh = code(ada, KIND, phone);
        assertThat(receiver.to(phone)).extracting(Received::key).doesNotHaveDuplicates();

        if (!old.equals(fresh)) {
            expectWrong(prove(ada, KIND, phone, old));
        }
        prove(ada, KIND, phone, fresh).expectStatus().isOk();
    }

    @Test
    void aCodeServesNobodyElseAndForNothingElse() {
        String code = code(ada, KIND, phone);
        expectWrong(prove(grace, KIND, phone, code));
        expectWrong(prove(ada, KIND, freePhone(), code));

        own(ada, KIND, phone);
        String verifying = code(ada, KIND, phone);
        assertThatThrownBy(() -> client.api()
                        .verifyCode(new CodeCredentials(new SignInAddress(null, phone), verifying))
                        .block())
                .hasMessageContaining("401");
        client.api().requestCode(new SignInAddress(null, phone)).block();
        await().until(() ->
                receiver.to(phone).getLast().json().get("purpose").asString().equals("sign_in"));
        String signingIn = receiver.lastCode(phone);
        if (!signingIn.equals(verifying)) {
            expectWrong(prove(ada, KIND, phone, signingIn));
        }
    }

    @Test
    void codesToAnAddressAreOneAMinuteFiveAnHourAndTenADay() {
        ask(ada, Map.of(KIND, phone)).expectStatus().isAccepted();
        expectTooMany(ask(ada, Map.of(KIND, phone)), 50, 60);
        expectTooMany(ask(grace, Map.of(KIND, phone)), 50, 60);
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 4; i++) {
            code(ada, KIND, phone);
        }
        expectTooMany(ask(ada, Map.of(KIND, phone)), 3200, 3300);

        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 5; i++) {
            code(ada, KIND, phone);
        }
        clock.advance(Duration.ofHours(1));
        expectTooMany(ask(ada, Map.of(KIND, phone)), 75_000, 80_000);
        clock.advance(Duration.ofHours(22));
        code(ada, KIND, phone);
        assertThat(receiver.to(phone)).hasSize(11);
    }

    @Test
    void anAccountAsksForThreeAMinuteToWhateverAddresses() {
        for (int i = 0; i < 3; i++) {
            ask(ada, Map.of(KIND, freePhone())).expectStatus().isAccepted();
        }

        expectTooMany(ask(ada, Map.of(KIND, phone)), 50, 60);
        ask(grace, Map.of(KIND, phone)).expectStatus().isAccepted();
    }

    @Test
    void askedForManyTimesAtOnceOneIsSent() throws Exception {
        code(ada, KIND, phone);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            // all of them have begun when the first may go on
            transactions.executeWithoutResult(_ -> {
                database.queryForList("select from code_request where subject = sha256(?) for update", subject());
                for (int i = 0; i < AT_ONCE; i++) {
                    answers.add(threads.submit(() -> ask(ada, Map.of(KIND, phone))
                            .returnResult()
                            .getStatus()
                            .value()));
                }
                await().until(() ->
                        count("select count(*) from pg_stat_activity where wait_event_type = ?", "Lock") == AT_ONCE);
            });
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            List<Integer> statuses = answers.stream().map(Future::resultNow).toList();
            assertThat(Collections.frequency(statuses, 202)).isOne();
            assertThat(Collections.frequency(statuses, 429)).isEqualTo(AT_ONCE - 1);
        }
        assertThat(receiver.to(phone)).hasSize(2);
    }

    @Test
    void whatTheSenderDoesNotTakeForAMomentIsSentAgainWithTheSameKey() {
        receiver.refuse(503, 500);

        ask(ada, Map.of(KIND, phone)).expectStatus().isAccepted();

        assertThat(receiver.to(phone)).hasSize(3);
        assertThat(receiver.to(phone))
                .extracting(Received::key)
                .containsOnly(receiver.to(phone).getFirst().key());
        prove(ada, KIND, phone, receiver.lastCode(phone)).expectStatus().isOk();
    }

    @Test
    void whatTheSenderDoesNotTakeAtAllIsVoid() {
        receiver.refuse(503, 503, 503);

        expectProblem(ask(ada, Map.of(KIND, phone)), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

        assertThat(receiver.to(phone)).hasSize(3);
        expectWrong(prove(ada, KIND, phone, receiver.lastCode(phone)));
    }

    @Test
    void whatTheSenderRefusesIsNotSentAgain() {
        receiver.refuse(400);

        expectProblem(ask(ada, Map.of(KIND, phone)), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

        assertThat(receiver.to(phone)).hasSize(1);
    }

    @Test
    void whatIsOverIsCleanedUpAndWhatIsGoodIsNot() {
        code(ada, KIND, phone);
        assertThat(codes(ada)).isOne();
        assertThat(requests(ada)).isOne();

        clock.advance(Duration.ofHours(25));
        String fresh = code(grace, KIND, phone);
        await().until(() -> codes(ada) == 0 && requests(ada) == 0);

        assertThat(requests(grace)).isOne();
        prove(grace, KIND, phone, fresh).expectStatus().isOk();
    }

    @Test
    void noCodeIsStoredInClear() {
        String code = code(ada, KIND, phone);

        assertThat(database.queryForList(
                        "select one_time_code::text from one_time_code where address = ?", String.class, phone))
                .singleElement()
                .asString()
                .doesNotContain(code);
    }

    private void tryWrong(String code, int times) {
        for (int i = 0; i < times; i++) {
            expectWrong(prove(ada, KIND, phone, another(code)));
        }
    }

    private static void expectWrong(ResponseSpec answer) {
        expectProblem(answer, HttpStatus.UNPROCESSABLE_CONTENT, "invalid_code");
    }

    private static String problem(ResponseSpec answer) {
        return (String)
                answer.expectBody(Map.class).returnResult().getResponseBody().get("code");
    }

    private byte[] subject() {
        return ("VERIFY:PHONE:" + phone).getBytes(StandardCharsets.UTF_8);
    }

    private int codes(Person person) {
        return count("select count(*) from one_time_code where account_id = ?", person.id());
    }

    private int requests(Person person) {
        return count(
                "select count(*) from code_request where subject = sha256(convert_to('account:' || ?, 'UTF8'))",
                person.id().toString());
    }

    private int count(String query, Object of) {
        return database.queryForObject(query, Integer.class, of);
    }

    private static <T> List<T> atOnce(int times, Supplier<T> action) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(times, (Callable<T>) action::get)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}

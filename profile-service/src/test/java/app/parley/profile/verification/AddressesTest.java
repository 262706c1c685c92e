package app.parley.profile.verification;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.CodeReceiver.Received;
import app.parley.profile.ProfileClient.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

class AddressesTest extends AddressTest {

    @Test
    void anAddressIsOnesOwnOnceItIsProved() {
        String phone = freePhone();
        ask(ada, Map.of("phone", phone)).expectStatus().isAccepted();
        assertThat(address(ada, "phone")).isNull();

        prove(ada, "phone", phone, receiver.lastCode(phone))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone.address")
                .isEqualTo(phone)
                .jsonPath("$.phone.discoverable")
                .isEqualTo(true)
                .jsonPath("$.phone.verifiedAt")
                .isNotEmpty()
                .jsonPath("$.email")
                .isEqualTo(null);

        assertThat(address(ada, "phone")).isEqualTo(phone);
        assertThat(address(grace, "phone")).isNull();
    }

    @Test
    void anAddressIsTheSameHoweverItIsWritten() {
        String email = freeEmail();
        ask(ada, Map.of("email", " " + email.toUpperCase(Locale.ROOT)))
                .expectStatus()
                .isAccepted();

        prove(ada, "email", email, receiver.lastCode(email)).expectStatus().isOk();

        assertThat(address(ada, "email")).isEqualTo(email);
    }

    @Test
    void theSenderHearsWhatItNeeds() {
        String phone = freePhone();
        ask(ada, Map.of("phone", phone)).expectStatus().isAccepted();

        Received sent = receiver.to(phone).getFirst();

        assertThat(sent.json().propertyNames())
                .containsExactlyInAnyOrder("kind", "to", "code", "purpose", "expiresIn", "text");
        assertThat(sent.json().get("kind").asString()).isEqualTo("phone");
        assertThat(sent.json().get("purpose").asString()).isEqualTo("verify");
        assertThat(sent.json().get("expiresIn").asInt()).isEqualTo(600);
        assertThat(sent.json().get("text").asString()).isEqualTo(sent.code() + " is good for 10 minutes.");
        assertThat(sent.authorization()).isEqualTo("Bearer token-of-the-receiver");
        assertThat(UUID.fromString(sent.key())).isNotNull();
    }

    @Test
    void whoProvesAnAddressTakesItOver() {
        String phone = freePhone();
        String email = freeEmail();
        own(ada, "phone", phone);
        own(ada, "email", email);

        own(grace, "phone", phone);

        assertThat(address(grace, "phone")).isEqualTo(phone);
        assertThat(address(ada, "phone")).isNull();
        assertThat(address(ada, "email")).isEqualTo(email);
    }

    @Test
    void whetherAnotherHasAnAddressIsNotSaid() {
        String taken = freePhone();
        own(ada, "phone", taken);

        byte[] ofTaken = ask(grace, Map.of("phone", taken))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        byte[] ofFree = ask(grace, Map.of("phone", freePhone()))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();

        assertThat(ofTaken).isEqualTo(ofFree);
        assertThat(address(ada, "phone")).isEqualTo(taken);
    }

    @Test
    void ofTwoWhoProveAnAddressAtOnceOneHasIt() throws Exception {
        String phone = freePhone();
        String adasCode = code(ada, "phone", phone);
        String gracesCode = code(grace, "phone", phone);

        List<Callable<Integer>> proofs = List.of(
                () -> prove(ada, "phone", phone, adasCode)
                        .returnResult()
                        .getStatus()
                        .value(),
                () -> prove(grace, "phone", phone, gracesCode)
                        .returnResult()
                        .getStatus()
                        .value());
        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(phones.invokeAll(proofs)).extracting(Future::resultNow).containsOnly(200);
        }

        assertThat(Stream.of(ada, grace).map(person -> address(person, "phone")))
                .containsExactlyInAnyOrder(phone, null);
    }

    @Test
    void aNewNumberComesInThePlaceOfTheOldOneAndIsFoundNoMoreThanThat() {
        own(ada, "phone", freePhone());
        send(ada, HttpMethod.PATCH, "/phone", Map.of("discoverable", false))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.phone.discoverable")
                .isEqualTo(false);
        String next = freePhone();

        own(ada, "phone", next);

        assertThat(addresses(ada).get("phone"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("address", next)
                .containsEntry("discoverable", false);
    }

    @Test
    void anAddressIsRemovedAndMayBeAgain() {
        String phone = freePhone();
        own(ada, "phone", phone);
        own(ada, "email", freeEmail());

        remove("/phone");
        remove("/phone");
        assertThat(addresses(ada).get("phone")).isNull();
        assertThat(addresses(ada).get("email")).isNotNull();
        remove("/email");
        assertThat(addresses(ada).get("email")).isNull();

        own(ada, "phone", phone);
        assertThat(address(ada, "phone")).isEqualTo(phone);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\": \"02079460123\"} | phone",
                "{\"phone\": \"\"} | phone",
                "{\"phone\": \"+44\"} | phone",
                "{\"email\": \"ada\"} | email",
                "{\"email\": \"\"} | email",
                "{\"email\": \"ada@example.org\", \"phone\": \"+1\"} | phone"
            })
    void whatIsNoAddressIsRefused(String body, String field) {
        expectInvalid(ask(ada, body), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": null}",
                "{\"fax\": \"+442079460123\"}",
                "{\"email\": \"ada@example.org\", \"phone\": \"+442079460123\"}"
            })
    void notOneAddressIsRefused(String body) {
        expectProblem(ask(ada, body), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６"})
    void whatIsNoCodeIsRefused(String code) {
        expectInvalid(prove(ada, "email", "ada@example.org", code), "code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"email\": {}}"})
    void whatIsNotThisJsonIsMalformed(String body) {
        expectProblem(ask(ada, body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void whoHasNoNumberCannotChangeIt() {
        expectProblem(
                send(ada, HttpMethod.PATCH, "/phone", Map.of("discoverable", false)),
                HttpStatus.NOT_FOUND,
                "unknown_address");
        expectInvalid(send(ada, HttpMethod.PATCH, "/phone", "{}"), "discoverable");
    }

    @Test
    void aTokenOfAnAccountThatIsGoneIsOfNobody() {
        expectProblem(
                ask(new Person(UUID.randomUUID(), "gone"), Map.of("email", freeEmail())),
                HttpStatus.NOT_FOUND,
                "unknown_user");
    }

    @Test
    void nothingIsShownWithoutAToken() {
        expectProblem(
                client.anybody().get().uri("/v1/me/addresses").exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    private void remove(String path) {
        client.as(ada)
                .delete()
                .uri("/v1/me/addresses" + path)
                .exchange()
                .expectStatus()
                .isNoContent();
    }
}

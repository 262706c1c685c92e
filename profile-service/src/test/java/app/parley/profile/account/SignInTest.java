package app.parley.profile.account;

import static app.parley.profile.ProfileClient.PASSWORD;
import static app.parley.profile.ProfileClient.expectProblem;
import static app.parley.profile.ProfileClient.freeHandle;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Account;
import app.parley.profile.api.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class SignInTest extends ProfileServiceTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    MeterRegistry meters;

    @Test
    void handleAndPasswordProveWhoOneIs() {
        Person ada = client.register("ada");

        Account verified = client.api()
                .verify(new Credentials(ada.handle().toUpperCase(Locale.ROOT), PASSWORD))
                .block();

        assertThat(verified).isEqualTo(new Account(ada.id(), ada.handle()));
    }

    @Test
    void aPasswordIsTheSameHoweverItsAccentsAreTyped() {
        String handle = freeHandle("zoe");
        client.register(handle, "caf\u00E9 au lait", "Zoe").expectStatus().isCreated();

        assertThat(client.api()
                        .verify(new Credentials(handle, "cafe\u0301 au lait"))
                        .block())
                .extracting(Account::handle)
                .isEqualTo(handle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong password", "", "Correct horse battery", "\u0000"})
    void anotherPasswordIsRefused(String password) {
        Person ada = client.register("ada");

        expectProblem(verify(new Credentials(ada.handle(), password)), HttpStatus.UNAUTHORIZED, "invalid_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-has-this", "", "a b", "admin", "\u0000\u0000\u0000"})
    void aHandleThatNobodyHasIsRefusedInTheSameWords(String handle) {
        expectProblem(verify(new Credentials(handle, PASSWORD)), HttpStatus.UNAUTHORIZED, "invalid_credentials");
    }

    @Test
    void aHashIsComputedWhetherTheHandleExistsOrNot() {
        Person ada = client.register("ada");

        long forSomebody = hashesDuring(new Credentials(ada.handle(), "wrong password"));
        long forNobody = hashesDuring(new Credentials(freeHandle("nobody"), "wrong password"));

        assertThat(forSomebody).isEqualTo(1);
        assertThat(forNobody).isEqualTo(1);
    }

    @Test
    void aPasswordThatIsTooLongIsRefusedWithoutWork() {
        Person ada = client.register("ada");

        assertThat(hashesDuring(new Credentials(ada.handle(), "p".repeat(1_000_000))))
                .isZero();
    }

    @Test
    void aHashOfOtherParametersIsRenewedOnTheNextSignIn() {
        Person ada = client.register("ada");
        String old = new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(PASSWORD);
        database.update("update account set password_hash = ? where id = ?", old, ada.id());

        client.api().verify(new Credentials(ada.handle(), PASSWORD)).block();
        assertThat(hashOf(ada)).isNotEqualTo(old).startsWith("$argon2id$v=19$m=64,t=1,p=1$");

        String renewed = hashOf(ada);
        client.api().verify(new Credentials(ada.handle(), PASSWORD)).block();
        assertThat(hashOf(ada)).isEqualTo(renewed);
    }

    @Test
    void signInsAreCountedByOutcome() {
        Person ada = client.register("ada");
        double verified = logins("verified");
        double failed = logins("failed");

        verify(new Credentials(ada.handle(), PASSWORD)).expectStatus().isOk();
        verify(new Credentials(ada.handle(), "wrong password")).expectStatus().isUnauthorized();

        assertThat(logins("verified")).isEqualTo(verified + 1);
        assertThat(logins("failed")).isEqualTo(failed + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"handle\": \"ada\"}", "{\"password\": \"secret\"}", "{\"handle\": null, \"password\": \"x\"}"
            })
    void aMissingFieldIsInvalid(String credentials) {
        expectProblem(verify(credentials), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void nobodyAsksThroughThePublicPort() {
        expectProblem(
                client.post("/internal/v1/credentials/verify", new Credentials("ada", PASSWORD)),
                HttpStatus.NOT_FOUND,
                "not_found");
    }

    private ResponseSpec verify(Object credentials) {
        return client.internal()
                .post()
                .uri("/internal/v1/credentials/verify")
                .contentType(MediaType.APPLICATION_JSON)
                .body(credentials)
                .exchange();
    }

    private long hashesDuring(Credentials credentials) {
        long before = meters.timer("parley.passwords.hashed").count();
        verify(credentials).expectStatus().isUnauthorized();
        return meters.timer("parley.passwords.hashed").count() - before;
    }

    private String hashOf(Person person) {
        return database.queryForObject("select password_hash from account where id = ?", String.class, person.id());
    }

    private double logins(String outcome) {
        return meters.counter("parley.logins", "outcome", outcome).count();
    }
}

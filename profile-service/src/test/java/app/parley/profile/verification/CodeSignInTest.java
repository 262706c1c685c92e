package app.parley.profile.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.parley.profile.api.Account;
import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeAnswer.Outcome;
import app.parley.profile.api.CodeCredentials;
import app.parley.profile.api.SignInAddress;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class CodeSignInTest extends AddressTest {

    @Test
    void whoReadsTheCodeIsWhoHasTheAddress() {
        String phone = freePhone();
        own(ada, "phone", phone);

        String code = signInCode(phone, 2);

        assertThat(verify(phone, code)).isEqualTo(new Account(ada.id(), ada.handle()));
        assertThatRefused(phone, code);
    }

    @Test
    void anAddressOfNobodyIsAcceptedAndNothingIsSent() {
        String known = freePhone();
        String unknown = freePhone();
        own(ada, "phone", known);

        assertThat(request(unknown)).isEqualTo(CodeAnswer.of(Outcome.ACCEPTED));
        signInCode(known, 2);

        assertThat(receiver.to(unknown)).isEmpty();
        assertThatRefused(unknown, "000000");
    }

    @Test
    void whoAsksTooOftenHearsSoWhetherSomebodyHasTheAddressOrNot() {
        String known = freePhone();
        String unknown = freePhone();
        own(ada, "phone", known);
        request(known);
        request(unknown);

        assertThat(request(known).outcome()).isEqualTo(Outcome.TOO_MANY);
        assertThat(request(unknown).outcome()).isEqualTo(Outcome.TOO_MANY);
        assertThat(request(unknown).retryAfter()).isBetween(50L, 60L);
    }

    @Test
    void aCodeThatWasTriedTooOftenIsAnsweredLikeAnyWrongOne() {
        String phone = freePhone();
        own(ada, "phone", phone);
        String code = signInCode(phone, 2);
        for (int i = 0; i < 5; i++) {
            assertThatRefused(phone, another(code));
        }

        assertThatRefused(phone, code);
        clock.advance(Duration.ofMinutes(1));
        assertThat(verify(phone, signInCode(phone, 3)).user()).isEqualTo(ada.id());
    }

    @Test
    void aCodeOfWhoHadTheAddressServesNobodyAfterIt() {
        String phone = freePhone();
        own(ada, "phone", phone);
        String code = signInCode(phone, 2);

        own(grace, "phone", phone);

        assertThatRefused(phone, code);
    }

    @ParameterizedTest
    @CsvSource({"no address,", ", 02079460123", ",", "'',", ", ''"})
    void whatIsNoAddressIsSaidToBeNone(String email, String phone) {
        assertThat(client.api().requestCode(new SignInAddress(email, phone)).block())
                .isEqualTo(CodeAnswer.of(Outcome.NO_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({"+442079460123, 12345", "+442079460123, abcdef", "+442079460123, ''", "nowhere, 123456"})
    void whatIsNoCodeIsRefused(String phone, String code) {
        assertThatRefused(phone, code);
    }

    @Test
    void anEmailAddressServesAsWell() {
        String email = freeEmail();
        own(ada, "email", email);
        client.api()
                .requestCode(new SignInAddress(email.toUpperCase(Locale.ROOT), null))
                .block();
        await().until(() -> receiver.to(email).size() == 2);

        Account account = client.api()
                .verifyCode(new CodeCredentials(new SignInAddress(email, null), receiver.lastCode(email)))
                .block();

        assertThat(account.user()).isEqualTo(ada.id());
    }

    private CodeAnswer request(String phone) {
        return client.api().requestCode(new SignInAddress(null, phone)).block();
    }

    /** Asks for a code and waits until so many have been sent there in all. */
    private String signInCode(String phone, int sent) {
        assertThat(request(phone).outcome()).isEqualTo(Outcome.ACCEPTED);
        await().until(() -> receiver.to(phone).size() == sent);
        return receiver.lastCode(phone);
    }

    private Account verify(String phone, String code) {
        return client.api()
                .verifyCode(new CodeCredentials(new SignInAddress(null, phone), code))
                .block();
    }

    private void assertThatRefused(String phone, String code) {
        assertThatThrownBy(() -> verify(phone, code))
                .isInstanceOfSatisfying(WebClientResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(401);
                    assertThat(refusal.getResponseBodyAsString()).contains("invalid_code");
                });
    }
}

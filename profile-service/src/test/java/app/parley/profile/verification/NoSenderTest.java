package app.parley.profile.verification;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeAnswer.Outcome;
import app.parley.profile.api.SignInAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

/** A deployment that nobody has told how to send codes. */
@TestPropertySource(properties = "parley.profile.codes.sender=none")
class NoSenderTest extends AddressTest {

    @Test
    void nobodyCanAskForACode() {
        expectProblem(ask(ada, Map.of("phone", freePhone())), HttpStatus.NOT_IMPLEMENTED, "codes_not_available");
        assertThat(client.api()
                        .requestCode(new SignInAddress(null, freePhone()))
                        .block())
                .isEqualTo(CodeAnswer.of(Outcome.NOT_AVAILABLE));
    }
}

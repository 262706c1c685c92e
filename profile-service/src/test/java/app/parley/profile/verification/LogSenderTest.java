package app.parley.profile.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** The developer stack: a code is read in the log. */
@TestPropertySource(properties = "parley.profile.codes.sender=log")
@ExtendWith(OutputCaptureExtension.class)
class LogSenderTest extends AddressTest {

    @Test
    void aCodeIsReadInTheLog(CapturedOutput output) {
        String phone = freePhone();
        ask(ada, Map.of("phone", phone)).expectStatus().isAccepted();

        Matcher line = Pattern.compile("One-time code for " + Pattern.quote(phone) + " \\(VERIFY\\): (\\d{6}),")
                .matcher(output);
        assertThat(line.find()).isTrue();
        prove(ada, "phone", phone, line.group(1)).expectStatus().isOk();
    }
}

package app.parley.profile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountIdsTest {

    @Test
    void idsAreOfVersion7AndBeginWithTheTime() {
        UUID id = AccountIds.at(Instant.ofEpochMilli(0x0123_4567_89ABL));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01234567-89ab-7");
    }

    @Test
    void twoOfTheSameMomentDiffer() {
        Instant now = Instant.now();

        assertThat(AccountIds.at(now)).isNotEqualTo(AccountIds.at(now));
    }
}

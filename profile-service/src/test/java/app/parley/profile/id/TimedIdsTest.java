package app.parley.profile.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimedIdsTest {

    @Test
    void idsAreOfVersion7AndBeginWithTheTime() {
        UUID id = TimedIds.at(Instant.ofEpochMilli(0x0123_4567_89ABL));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01234567-89ab-7");
    }

    @Test
    void twoOfTheSameMomentDiffer() {
        Instant now = Instant.now();

        assertThat(TimedIds.at(now)).isNotEqualTo(TimedIds.at(now));
    }
}

package app.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.KeyFiles;
import app.parley.presence.token.SigningKeysOf;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DeviceIdsTest {

    private final ECKey key = KeyFiles.key("key");
    private final DeviceIds ids = ids(key);
    private final UUID user = UUID.randomUUID();

    @Test
    void anIdIsAUuidOfVersion7() {
        UUID id = ids.next(user);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                .isCloseTo(Instant.now(), Assertions.within(1, ChronoUnit.MINUTES));
    }

    @Test
    void itIsKnownWithoutAnyStoreWhoseItIs() {
        UUID id = ids.next(user);

        assertThat(ids(key).isOf(user, id)).isTrue();
        assertThat(ids.isOf(UUID.randomUUID(), id)).isFalse();
        assertThat(ids(KeyFiles.key("another")).isOf(user, id)).isFalse();
    }

    @Test
    void anOlderKeyThatIsKeptStillTells() {
        UUID id = ids.next(user);

        assertThat(ids(KeyFiles.key("new"), key).isOf(user, id)).isTrue();
        assertThat(ids(KeyFiles.key("new"), key.toPublicJWK()).isOf(user, id)).isFalse();
    }

    @RepeatedTest(64)
    void noBitOfItMayBeAnother(RepetitionInfo repetition) {
        UUID id = ids.next(user);
        long bit = 1L << (repetition.getCurrentRepetition() - 1);

        assertThat(ids.isOf(user, new UUID(id.getMostSignificantBits() ^ bit, id.getLeastSignificantBits())))
                .isFalse();
        assertThat(ids.isOf(user, new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ bit)))
                .isFalse();
    }

    private static DeviceIds ids(ECKey... keys) {
        return new DeviceIds(SigningKeysOf.these(keys));
    }
}

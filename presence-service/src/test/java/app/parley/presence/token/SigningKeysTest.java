package app.parley.presence.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.presence.KeyFiles;
import app.parley.presence.PresenceServiceApplication;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.Resource;

class SigningKeysTest {

    @Test
    void theFirstKeySignsAndAllArePublished() {
        SigningKeys keys = keys(
                KeyFiles.privateSet(KeyFiles.key("new"), KeyFiles.key("old").toPublicJWK()));

        assertThat(keys.signerId()).isEqualTo("new");
        assertThat(keys.published().getKeys()).extracting(key -> key.getKeyID()).containsExactly("new", "old");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(KeyFiles.missing(), "cannot be read");
    }

    @Test
    void whatIsNoKeySetIsRefusedAndNotQuoted() {
        assertRefused("d = 'secret'", "not a JWK set");
        assertThatThrownBy(() -> keys("d = 'secret'")).hasNoCause().message().doesNotContain("secret");
    }

    @Test
    void aSetWithoutKeysIsRefused() {
        assertRefused("{\"keys\": []}", "no keys");
    }

    @Test
    void aFirstKeyWithoutPrivatePartIsRefused() {
        assertRefused(KeyFiles.privateSet(KeyFiles.key("a").toPublicJWK()), "no private part");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        var secret = new OctetSequenceKey.Builder(new byte[32]).keyID("b").build();
        assertRefused(KeyFiles.privateSet(KeyFiles.key("a"), secret), "b is not an EC key");
    }

    @Test
    void keysNeedIdsOfTheirOwn() {
        assertRefused(KeyFiles.privateSet(KeyFiles.key("a"), KeyFiles.key("a")), "a kid of its own");
        assertRefused(KeyFiles.privateSet(KeyFiles.key(null)), "a kid of its own");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aServiceWithoutKeysSaysSoAndDoesNotStart(CapturedOutput output) {
        SpringApplication service = new SpringApplication(PresenceServiceApplication.class);

        assertThatThrownBy(() -> service.run(
                        "--parley.presence.tokens.signing-keys=file:no-such-folder/keys.json",
                        "--parley.service.internal-port=0",
                        "--parley.service.credential=0123456789abcdef",
                        "--server.port=0"))
                .hasRootCauseInstanceOf(IOException.class);

        assertThat(output)
                .contains("No signing keys from", "no-such-folder", "Set parley.presence.tokens.signing-keys")
                .doesNotContain("\tat ");
    }

    private static void assertRefused(String content, String reason) {
        assertRefused(KeyFiles.write(content), reason);
    }

    private static void assertRefused(Resource file, String reason) {
        assertThatThrownBy(() -> keys(file))
                .isInstanceOf(InvalidSigningKeysException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.getFilename());
    }

    private static SigningKeys keys(String content) {
        return keys(KeyFiles.write(content));
    }

    private static SigningKeys keys(Resource file) {
        return new SigningKeys(new IssuerSettings(file, Duration.ofMinutes(10), Duration.ofMinutes(5)));
    }
}

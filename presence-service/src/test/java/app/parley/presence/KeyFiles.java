package app.parley.presence;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Files of signing keys. */
public final class KeyFiles {

    private KeyFiles() {}

    /** The location of a good one, with two keys. */
    public static String signingKeys() {
        return "file:" + write(privateSet(key("first"), key("second"))).getFile();
    }

    public static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String privateSet(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    public static FileSystemResource write(String content) {
        try {
            Path file = Files.createTempFile("signing-keys-" + UUID.randomUUID(), ".json");
            file.toFile().deleteOnExit();
            return new FileSystemResource(Files.writeString(file, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is not there. */
    public static Resource missing() {
        return new FileSystemResource("no-such-folder/signing-keys.json");
    }
}

package app.parley.launcher.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** The secrets of one data folder, each in a file that its owner alone may read, made when first asked for. */
public final class Secrets {

    /** Letters and digits that no one mistakes for another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int CREDENTIAL_LENGTH = 40;
    private static final int PASSWORD_LENGTH = 12;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** What services show each other on their internal ports. */
    public String serviceCredential() {
        return read(secret("service-credential", () -> letters(CREDENTIAL_LENGTH)));
    }

    /** The password of a demo account. */
    public String demoPassword(String handle) {
        return read(secret("demo-" + handle, () -> letters(PASSWORD_LENGTH)));
    }

    /** What a store asks of its clients. */
    public String storePassword(String store) {
        return read(secret("store-" + store, () -> letters(CREDENTIAL_LENGTH)));
    }

    /** The file with the private keys that sign access tokens, as a JWK set. */
    public Path signingKeys() {
        return secret("signing-keys.json", Secrets::newKeySet);
    }

    private synchronized Path secret(String name, Supplier<String> content) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            // createTempFile gives 0600 from the start, and the move never shows half a secret.
            Path draft = Files.createTempFile(folder, name, ".draft");
            Files.writeString(draft, content.get());
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the secret " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    private static String newKeySet() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate())
                    .toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make a P-256 key", e);
        }
    }
}

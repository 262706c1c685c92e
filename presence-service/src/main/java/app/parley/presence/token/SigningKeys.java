package app.parley.presence.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The keys of the deployment, read and checked once, at start. */
@Component
public class SigningKeys {

    private static final int DERIVED_BYTES = 32;

    private final List<ECKey> keys;
    private final JWSSigner signer;

    SigningKeys(IssuerSettings settings) {
        Resource location = settings.signingKeys();
        this.keys = check(location, read(location));
        this.signer = signer(location, keys.getFirst());
    }

    /** Signs with the first key. */
    JWSSigner signer() {
        return signer;
    }

    /** The {@code kid} of the first key. */
    String signerId() {
        return keys.getFirst().getKeyID();
    }

    /** The public parts of all keys. */
    public JWKSet published() {
        return new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList());
    }

    /**
     * Secret keys for another purpose, one from each private key, the first one's first (HKDF, RFC 5869).
     *
     * @param purpose different ones give keys that have nothing to do with each other
     */
    public List<SecretKey> derived(String purpose) {
        return keys.stream()
                .filter(ECKey::isPrivate)
                .map(key -> derived(key.getD().decode(), purpose))
                .toList();
    }

    private static SecretKey derived(byte[] secret, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), DERIVED_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has HKDF-SHA256 since 25", e);
        }
    }

    private static JWKSet read(Resource location) {
        try {
            return JWKSet.parse(location.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InvalidSigningKeysException(location, "it cannot be read", e);
        } catch (ParseException e) {
            // Without the cause: its message may quote the file, and the file is secret.
            throw new InvalidSigningKeysException(location, "it is not a JWK set: {\"keys\": [...]}", null);
        }
    }

    private static List<ECKey> check(Resource location, JWKSet set) {
        if (set.isEmpty()) {
            throw new InvalidSigningKeysException(location, "it has no keys", null);
        }
        Set<String> ids = new HashSet<>();
        return set.getKeys().stream().map(key -> checked(location, key, ids)).toList();
    }

    private static ECKey checked(Resource location, JWK key, Set<String> ids) {
        String id = key.getKeyID();
        if (id == null || !ids.add(id)) {
            throw new InvalidSigningKeysException(location, "each key needs a kid of its own, but one has " + id, null);
        }
        if (!(key instanceof ECKey ec) || !Curve.P_256.equals(ec.getCurve())) {
            throw new InvalidSigningKeysException(location, "key " + id + " is not an EC key on the curve P-256", null);
        }
        return ec;
    }

    private static JWSSigner signer(Resource location, ECKey key) {
        if (!key.isPrivate()) {
            throw new InvalidSigningKeysException(
                    location, "the first key signs, but " + key.getKeyID() + " has no private part (d)", null);
        }
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new InvalidSigningKeysException(location, "key " + key.getKeyID() + " cannot sign", e);
        }
    }
}

package app.parley.profile.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hashes phone numbers as clients do. */
@Component
public class PhoneHashes {

    private final VerifiedAddresses addresses;
    private volatile @Nullable String salt;

    PhoneHashes(VerifiedAddresses addresses) {
        this.addresses = addresses;
    }

    /** What comes before the number. It never changes, so it is read once. */
    public String salt() {
        String known = salt;
        if (known == null) {
            known = addresses.salt();
            salt = known;
        }
        return known;
    }

    public PhoneHash of(PhoneNumber number) {
        byte[] text = (salt() + number.value()).getBytes(StandardCharsets.UTF_8);
        try {
            return new PhoneHash(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

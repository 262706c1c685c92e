package app.parley.profile.address;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose addresses are. */
@Service
public class Ownership {

    private final VerifiedAddresses addresses;
    private final PhoneHashes hashes;
    private final InstantSource clock;

    Ownership(VerifiedAddresses addresses, PhoneHashes hashes, InstantSource clock) {
        this.addresses = addresses;
        this.hashes = hashes;
        this.clock = clock;
    }

    /**
     * Gives an address to who has just proved it, in the place of the one that they had. Another who had it loses it: phone
     * numbers move between people. Of two who prove it at once the later one has it.
     */
    @Retryable(includes = DataIntegrityViolationException.class, delay = 10, jitter = 10)
    @Transactional
    public void prove(UUID account, Address address) {
        byte[] hash = switch (address) {
            case PhoneNumber number -> hashes.of(number).value();
            case EmailAddress _ -> null;
        };
        addresses.takeFromOthers(account, address.kind(), address.value());
        addresses.keep(account, address.kind().name(), address.value(), hash, clock.instant());
    }
}

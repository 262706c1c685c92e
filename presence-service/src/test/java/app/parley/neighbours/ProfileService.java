package app.parley.neighbours;

import app.parley.profile.api.Account;
import app.parley.profile.api.Credentials;
import app.parley.profile.api.ProfileApi;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** As much of profile-service's {@link ProfileApi} as presence-service calls. */
@RestController
public class ProfileService extends Problem.Teller {

    private final Map<String, Entry> accounts = new ConcurrentHashMap<>();
    private volatile boolean available = true;

    private record Entry(UUID user, String password) {}

    /** Makes an account. */
    public UUID register(String handle, String password) {
        UUID user = UUID.randomUUID();
        accounts.put(handle, new Entry(user, password));
        return user;
    }

    /** Whether it answers or says that it cannot. */
    public void available(boolean now) {
        available = now;
    }

    @PostMapping("/internal/v1/credentials/verify")
    Account verify(
            @RequestHeader("Parley-Service-Credential") String credential, @RequestBody Credentials credentials) {
        if (!credential.equals(Neighbours.CREDENTIAL)) {
            throw new Problem(401, "unauthenticated");
        }
        if (!available) {
            throw new Problem(503, "unavailable");
        }
        String handle = credentials.handle().toLowerCase(Locale.ROOT);
        Entry account = accounts.get(handle);
        if (account == null || !account.password().equals(credentials.password())) {
            throw new Problem(401, "invalid_credentials");
        }
        return new Account(account.user(), handle);
    }
}

package app.parley.neighbours;

import app.parley.profile.api.Account;
import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeCredentials;
import app.parley.profile.api.Credentials;
import app.parley.profile.api.Look;
import app.parley.profile.api.ProfileApi;
import app.parley.profile.api.Sight;
import app.parley.profile.api.SignInAddress;
import java.util.List;
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
    private final Map<SignInAddress, Entry> codes = new ConcurrentHashMap<>();
    private final Map<Look, Sight> sights = new ConcurrentHashMap<>();
    private volatile boolean available = true;
    private volatile CodeAnswer codeAnswer = CodeAnswer.of(CodeAnswer.Outcome.ACCEPTED);

    private record Entry(UUID user, String password) {}

    /** Makes an account. */
    public UUID register(String handle, String password) {
        UUID user = UUID.randomUUID();
        accounts.put(handle, new Entry(user, password));
        return user;
    }

    /** Sends a code, once, to somebody with an account and this address. */
    public UUID send(String code, SignInAddress address) {
        UUID user = UUID.randomUUID();
        codes.put(address, new Entry(user, code));
        return user;
    }

    /** What it says to who asks for a code. */
    public void codeAnswer(CodeAnswer answer) {
        codeAnswer = answer;
    }

    /** What somebody may see of another; everything unless it is said here. */
    public void sight(UUID viewer, UUID subject, Sight sight) {
        sights.put(new Look(viewer, subject), sight);
    }

    /** Whether it answers or says that it cannot. */
    public void available(boolean now) {
        available = now;
    }

    @PostMapping("/internal/v1/credentials/verify")
    Account verify(
            @RequestHeader("Parley-Service-Credential") String credential, @RequestBody Credentials credentials) {
        check(credential);
        String handle = credentials.handle().toLowerCase(Locale.ROOT);
        Entry account = accounts.get(handle);
        if (account == null || !account.password().equals(credentials.password())) {
            throw new Problem(401, "invalid_credentials");
        }
        return new Account(account.user(), handle);
    }

    @PostMapping("/internal/v1/sign-in-codes")
    CodeAnswer requestCode(
            @RequestHeader("Parley-Service-Credential") String credential, @RequestBody SignInAddress address) {
        check(credential);
        return codeAnswer;
    }

    @PostMapping("/internal/v1/sign-in-codes/verify")
    Account verifyCode(
            @RequestHeader("Parley-Service-Credential") String credential, @RequestBody CodeCredentials credentials) {
        check(credential);
        Entry sent = codes.remove(credentials.address());
        if (sent == null || !sent.password().equals(credentials.code())) {
            throw new Problem(401, "invalid_code");
        }
        return new Account(sent.user(), "by-code");
    }

    @PostMapping("/internal/v1/sights")
    List<Sight> sights(@RequestHeader("Parley-Service-Credential") String credential, @RequestBody List<Look> looks) {
        check(credential);
        return looks.stream()
                .map(look -> sights.getOrDefault(look, new Sight(true, true, true, true)))
                .toList();
    }

    private void check(String credential) {
        if (!credential.equals(Neighbours.CREDENTIAL)) {
            throw new Problem(401, "unauthenticated");
        }
        if (!available) {
            throw new Problem(503, "unavailable");
        }
    }
}

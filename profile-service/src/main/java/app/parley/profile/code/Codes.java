package app.parley.profile.code;

import app.parley.profile.address.Address;
import app.parley.profile.code.StoredCodes.Tried;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Makes codes, has them sent, and checks them. */
@Service
public class Codes {

    private final CodeRequests requests;
    private final StoredCodes codes;
    private final Optional<CodeSender> sender;
    private final CodeSettings settings;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Codes(
            CodeRequests requests,
            StoredCodes codes,
            ObjectProvider<CodeSender> sender,
            CodeSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        this.requests = requests;
        this.codes = codes;
        this.sender = sender.stream().findAny();
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** Counts that somebody asks for a code to an address, whoever has it. Empty if they may have one. */
    public Optional<CodeRefusal> count(CodePurpose purpose, Address address) {
        return sender.isEmpty()
                ? Optional.of(new CodeRefusal.NotAvailable())
                : tooMany(requests.note(purpose, address, clock.instant()));
    }

    /** The same for an account that wants to prove an address: it asks for so many at most, to whatever addresses. */
    public Optional<CodeRefusal> count(CodePurpose purpose, Address address, UUID account) {
        return sender.isEmpty()
                ? Optional.of(new CodeRefusal.NotAvailable())
                : tooMany(requests.note(purpose, address, account, clock.instant()));
    }

    /**
     * Sends a new code, which voids the one before, and waits until that is known. Comes after {@link #count}.
     *
     * @return whether it was sent; if not, there is no code
     */
    public boolean send(Challenge challenge) {
        UUID id = UUID.randomUUID();
        Code code = Code.random();
        codes.keep(challenge, id, code.hash(id), clock.instant().plus(settings.lifetime()));
        CodeMessage message = new CodeMessage(id, challenge.address(), code, challenge.purpose(), settings.lifetime());
        boolean sent = sender.orElseThrow().send(message);
        if (!sent) {
            codes.remove(id);
        }
        count(challenge, sent ? "sent" : "not_sent");
        return sent;
    }

    /** Checks a code, which serves once. Of several tries at once no more count than are allowed. */
    public CodeCheck check(Challenge challenge, Code code) {
        Instant now = clock.instant();
        Optional<Tried> tried = codes.tryOnce(challenge, settings.mostTries(), now);
        boolean right = tried.isPresent()
                && matches(tried.get(), code)
                && codes.remove(tried.get().id());
        CodeCheck check = right ? CodeCheck.RIGHT : wrong(challenge, tried, now);
        count(challenge, check.name().toLowerCase(Locale.ROOT));
        return check;
    }

    private CodeCheck wrong(Challenge challenge, Optional<Tried> tried, Instant now) {
        return tried.isEmpty() && codes.usedUp(challenge, settings.mostTries(), now)
                ? CodeCheck.TOO_MANY_TRIES
                : CodeCheck.WRONG;
    }

    private static boolean matches(Tried tried, Code code) {
        return MessageDigest.isEqual(tried.hash(), code.hash(tried.id()));
    }

    private static Optional<CodeRefusal> tooMany(Duration wait) {
        return wait.isZero() ? Optional.empty() : Optional.of(new CodeRefusal.TooMany(wait));
    }

    private void count(Challenge challenge, String outcome) {
        meters.counter(
                        "parley.codes",
                        "purpose",
                        challenge.purpose().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome)
                .increment();
    }
}

package app.parley.profile.verification;

import app.parley.profile.account.Account;
import app.parley.profile.address.Address;
import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.address.VerifiedAddresses;
import app.parley.profile.code.Challenge;
import app.parley.profile.code.Code;
import app.parley.profile.code.CodeCheck;
import app.parley.profile.code.CodePurpose;
import app.parley.profile.code.CodeRefusal;
import app.parley.profile.code.CodeSettings;
import app.parley.profile.code.Codes;
import app.parley.service.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Service;

/** Signs people in by a code to an address of theirs. Nothing that is answered tells whether somebody has an address. */
@Service
public class CodeSignIn implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CodeSignIn.class);

    /** Longer than a sender may take, so that what is under way at a stop is sent. */
    private static final long LONGEST_SEND_MILLIS = 10_000;

    /** Who has an address that nobody has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final VerifiedAddresses addresses;
    private final Codes codes;
    private final SimpleAsyncTaskExecutor sends = new SimpleAsyncTaskExecutor("sign-in-code-");

    CodeSignIn(VerifiedAddresses addresses, Codes codes, CodeSettings settings) {
        this.addresses = addresses;
        this.codes = codes;
        sends.setVirtualThreads(true);
        sends.setConcurrencyLimit(settings.signInsAtOnce());
        sends.setRejectTasksWhenLimitReached(true);
        sends.setTaskTerminationTimeout(LONGEST_SEND_MILLIS);
    }

    /** Has a code sent to who has the address, if somebody does: later, so that the time does not tell either. */
    public Optional<CodeRefusal> request(Address address) {
        Optional<CodeRefusal> refusal = codes.count(CodePurpose.SIGN_IN, address);
        if (refusal.isEmpty()) {
            sendSoon(address);
        }
        return refusal;
    }

    private void sendSoon(Address address) {
        try {
            sends.execute(() -> send(address));
        } catch (TaskRejectedException e) {
            throw ProblemException.unavailable("Too many people ask for codes at once. Try again.");
        }
    }

    /** The account, if the code was sent to who has the address. The same is looked up whether somebody has it or not. */
    public Optional<Account> verify(Address address, Code code) {
        Optional<Account> account = addresses.find(address).map(VerifiedAddress::account);
        CodeCheck check =
                codes.check(challenge(address, account.map(Account::id).orElse(NOBODY)), code);
        return check == CodeCheck.RIGHT ? account : Optional.empty();
    }

    private void send(Address address) {
        try {
            addresses
                    .find(address)
                    .ifPresent(owned ->
                            codes.send(challenge(address, owned.account().id())));
        } catch (RuntimeException e) {
            log.warn("A code to sign in with could not be sent: {}", e.toString());
        }
    }

    private static Challenge challenge(Address address, UUID account) {
        return new Challenge(CodePurpose.SIGN_IN, address, account);
    }

    @Override
    public void close() {
        sends.close();
    }
}

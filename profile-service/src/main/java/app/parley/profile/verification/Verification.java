package app.parley.profile.verification;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.address.Address;
import app.parley.profile.address.Ownership;
import app.parley.profile.code.Challenge;
import app.parley.profile.code.Code;
import app.parley.profile.code.CodeCheck;
import app.parley.profile.code.CodePurpose;
import app.parley.profile.code.CodeRefusal;
import app.parley.profile.code.Codes;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Makes addresses people's own. Whether another has an address is not said to who asks for a code to it, and does not matter
 * to who has read the code there: it is theirs from then on.
 */
@Service
public class Verification {

    private final Accounts accounts;
    private final Ownership ownership;
    private final Codes codes;

    Verification(Accounts accounts, Ownership ownership, Codes codes) {
        this.accounts = accounts;
        this.ownership = ownership;
        this.codes = codes;
    }

    /** Sends a code to an address, whoever has it now. */
    public RequestOutcome request(UUID account, Address address) {
        if (accounts.existing(Set.of(account)).isEmpty()) {
            throw UnknownUser.problem();
        }
        Optional<CodeRefusal> refusal = codes.count(CodePurpose.VERIFY, address, account);
        if (refusal.isPresent()) {
            return new RequestOutcome.Refused(refusal.get());
        }
        return codes.send(challenge(account, address)) ? new RequestOutcome.Sent() : new RequestOutcome.NotSent();
    }

    /** Makes the address the account's if the code is right. */
    public CodeCheck confirm(UUID account, Address address, Code code) {
        CodeCheck check = codes.check(challenge(account, address), code);
        if (check == CodeCheck.RIGHT) {
            ownership.prove(account, address);
        }
        return check;
    }

    private static Challenge challenge(UUID account, Address address) {
        return new Challenge(CodePurpose.VERIFY, address, account);
    }
}

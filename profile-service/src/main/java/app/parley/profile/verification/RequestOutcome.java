package app.parley.profile.verification;

import app.parley.profile.code.CodeRefusal;

/** What became of the wish for a code to prove an address with. */
public sealed interface RequestOutcome {

    record Sent() implements RequestOutcome {}

    record Refused(CodeRefusal reason) implements RequestOutcome {}

    /** Whoever sends codes did not take it; there is no code. */
    record NotSent() implements RequestOutcome {}
}

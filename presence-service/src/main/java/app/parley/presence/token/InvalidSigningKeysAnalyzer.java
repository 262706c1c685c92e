package app.parley.presence.token;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator what to do, instead of a stack trace. */
class InvalidSigningKeysAnalyzer extends AbstractFailureAnalyzer<InvalidSigningKeysException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSigningKeysException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set parley.presence.tokens.signing-keys to the location (file:/...) of a JWK set"
                        + " {\"keys\": [...]} of P-256 keys, each with a kid, the first with its private part.",
                cause);
    }
}

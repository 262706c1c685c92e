package app.parley.service.token;

import app.parley.service.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** What an access token of ours must be, and what a caller hears whose token is not. */
public final class AccessTokens {

    private static final OAuth2Error EXPIRED = new OAuth2Error("token_expired", "The token has expired.", null);
    private static final OAuth2Error INCOMPLETE =
            new OAuth2Error("token_invalid", "The token names no user or no device.", null);

    private AccessTokens() {}

    /** Issuer, expiry, and the two ids. */
    public static OAuth2TokenValidator<Jwt> validator(TokenSettings settings, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(
                token -> expiry(token, clock.instant().minus(settings.clockSkew())),
                new JwtIssuerValidator(TokenSettings.ISSUER),
                AccessTokens::ids);
    }

    /** Who shows this token, which has been checked. */
    public static Caller caller(Jwt token) {
        return new Caller(UUID.fromString(token.getSubject()), UUID.fromString(token.getClaimAsString("device")));
    }

    /** The problem of a request or frame whose token was refused. */
    static ProblemException problem(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadJwtException bad) {
                return bad instanceof JwtValidationException invalid
                                && invalid.getErrors().contains(EXPIRED)
                        ? unauthorized("token_expired", "The token has expired: refresh the session.")
                        : unauthorized("token_invalid", "The token is not one of ours, or is damaged.");
            }
        }
        return switch (refusal) {
            case OAuth2AuthenticationException _ ->
                unauthorized("token_invalid", "The Authorization header is not a bearer token.");
            case InsufficientAuthenticationException _ -> unauthenticated();
            case AuthenticationCredentialsNotFoundException _ -> unauthenticated();
            default -> ProblemException.unavailable("The token cannot be checked now. Try again.");
        };
    }

    private static ProblemException unauthenticated() {
        return unauthorized("unauthenticated", "This needs an access token.");
    }

    private static ProblemException unauthorized(String code, String reason) {
        return new ProblemException(HttpStatus.UNAUTHORIZED, code, reason);
    }

    private static OAuth2TokenValidatorResult expiry(Jwt token, Instant now) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && expiry.isAfter(now)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(EXPIRED);
    }

    private static OAuth2TokenValidatorResult ids(Jwt token) {
        return isId(token.getSubject()) && isId(token.getClaimAsString("device"))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(INCOMPLETE);
    }

    private static boolean isId(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

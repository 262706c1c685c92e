package app.parley.service.token;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A request with a valid access token; its principal is the {@link Caller}. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Jwt token;
    private final transient Caller caller;

    CallerAuthentication(Jwt token) {
        super(List.of());
        this.token = token;
        this.caller = AccessTokens.caller(token);
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerAuthentication that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}

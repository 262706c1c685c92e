package app.parley.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

class RememberedTokensTest {

    private static final Instant ISSUED = Instant.parse("2026-11-28T10:00:00Z");

    private final AdjustableClock clock = new AdjustableClock();
    private final OAuth2TokenValidator<Jwt> validator =
            AccessTokens.validator(new TokenSettings(List.of(), Duration.ZERO, 10), clock);
    private int checked;
    private final RememberedTokens tokens = new RememberedTokens(this::check, validator, 10);

    @Test
    void aSignatureIsCheckedOnce() {
        assertThat(tokens.decode("good").block()).isSameAs(tokens.decode("good").block());
        assertThat(checked).isEqualTo(1);
    }

    @Test
    void aRememberedTokenExpiresAllTheSame() {
        tokens.decode("good").block();
        clock.now = ISSUED.plusSeconds(61);
        assertThatThrownBy(() -> tokens.decode("good").block()).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void aForgedTokenIsRefusedEachTime() {
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> tokens.decode("forged").block()).isInstanceOf(BadJwtException.class);
            assertThat(checked).isEqualTo(time);
        }
    }

    @Test
    void whatIsNotValidIsNotRemembered() {
        clock.now = ISSUED.plusSeconds(61);
        assertThatThrownBy(() -> tokens.decode("good").block()).isInstanceOf(JwtValidationException.class);
        clock.now = ISSUED;
        tokens.decode("good").block();
        assertThat(checked).isEqualTo(2);
    }

    private Mono<Jwt> check(String token) {
        checked++;
        if (token.equals("forged")) {
            return Mono.error(new BadJwtException("the signature is wrong"));
        }
        return Mono.just(Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .issuer(TokenSettings.ISSUER)
                .subject(UUID.randomUUID().toString())
                .claim("device", UUID.randomUUID().toString())
                .expiresAt(ISSUED.plusSeconds(60))
                .build());
    }

    private static final class AdjustableClock extends Clock {

        private Instant now = ISSUED;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock has one zone");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

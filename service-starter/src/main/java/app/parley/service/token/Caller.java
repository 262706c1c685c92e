package app.parley.service.token;

import java.util.UUID;

/**
 * Who calls: the principal of every request with an access token.
 *
 * @param user the token's {@code sub}
 * @param device the token's {@code device}
 */
public record Caller(UUID user, UUID device) {}

package app.parley.presence.session.web;

import app.parley.presence.session.Grant;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Tokens for a device. */
@Schema(name = "Grant")
record GrantResponse(
        @Schema(description = "For the header `Authorization: Bearer`, and for the WebSocket")
        String accessToken,

        @Schema(description = "Good for one refresh") String refreshToken,

        @Schema(description = "Seconds for which the access token is valid")
        long expiresIn,

        UUID userId,
        UUID deviceId) {

    static GrantResponse of(Grant grant) {
        return new GrantResponse(
                grant.accessToken().value(),
                grant.refreshToken().value(),
                grant.accessToken().lifetime().toSeconds(),
                grant.device().user(),
                grant.device().id());
    }

    /** Without the tokens, so that no log can hold them. */
    @Override
    public String toString() {
        return "GrantResponse[userId=" + userId + ", deviceId=" + deviceId + "]";
    }
}

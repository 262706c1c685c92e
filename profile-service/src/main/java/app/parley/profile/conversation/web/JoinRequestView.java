package app.parley.profile.conversation.web;

import app.parley.profile.conversation.JoinRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What admins see of somebody who asks to be let in. */
record JoinRequestView(
        UUID user,

        @Schema(description = "When they asked (RFC 3339)") Instant requestedAt) {

    static JoinRequestView of(JoinRequest request) {
        return new JoinRequestView(request.user(), request.requestedAt());
    }
}

package app.parley.presence.presence.web;

import app.parley.presence.presence.SeenPresences;
import app.parley.presence.session.CurrentSession;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Presence, for clients. */
@RestController
@Tag(name = "Presence")
class PresenceController {

    private static final int MAX_USERS = 100;

    private final SeenPresences presences;

    PresenceController(SeenPresences presences) {
        this.presences = presences;
    }

    @Operation(
            summary = "Who is online, and when the others were seen last",
            description =
                    "The answer is in the order of the question. Who does not let one see it is offline, and was never"
                            + " there. To hear of changes, `watch` over the WebSocket.")
    @ApiResponse(responseCode = "200", description = "One entry for each user, unknown ones included")
    @ApiResponse(
            responseCode = "401",
            description = "`unauthenticated`, `token_expired`, `token_invalid`, `session_revoked`")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: not 1 to 100 user ids")
    @ApiResponse(responseCode = "503", description = "`unavailable`: try again")
    @GetMapping("/v1/presence")
    Mono<PresenceList> presence(
            @Parameter(hidden = true) CurrentSession session,
            @Parameter(description = "1 to 100 user ids, separated by commas", required = true)
                    @RequestParam(defaultValue = "")
                    @Size(min = 1, max = MAX_USERS, message = "must be 1 to " + MAX_USERS + " user ids")
                    List<UUID> users) {
        return presences
                .of(session.device().user(), users)
                .map(all -> new PresenceList(all.stream()
                        .map(user -> new UserEntry(user.user(), user.online(), user.lastSeen()))
                        .toList()));
    }

    @Schema(name = "PresenceList")
    record PresenceList(List<UserEntry> users) {}

    @Schema(name = "UserPresence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserEntry(
            UUID user,
            boolean online,

            @Schema(
                    description =
                            "When the last of the user's devices went. Absent while online, if none was ever there, and if"
                                    + " one may not see it")
            @Nullable
            Instant lastSeen) {}
}

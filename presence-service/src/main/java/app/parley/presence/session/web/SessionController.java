package app.parley.presence.session.web;

import app.parley.presence.device.Device;
import app.parley.presence.presence.DevicePresence;
import app.parley.presence.presence.Presences;
import app.parley.presence.presence.UserPresence;
import app.parley.presence.session.CurrentSession;
import app.parley.presence.session.Session;
import app.parley.presence.session.Sessions;
import app.parley.service.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The devices that somebody is logged in on. */
@RestController
@Tag(name = "Sessions")
@ApiResponse(
        responseCode = "401",
        description = "`unauthenticated`, `token_expired`, `token_invalid`, `session_revoked`")
@ApiResponse(responseCode = "503", description = "`unavailable`: try again")
class SessionController {

    private final Sessions sessions;
    private final Presences presences;

    SessionController(Sessions sessions, Presences presences) {
        this.sessions = sessions;
        this.presences = presences;
    }

    @Operation(summary = "The devices that you are logged in on, the oldest first")
    @ApiResponse(responseCode = "200", description = "At least the device that asks")
    @GetMapping("/v1/sessions")
    Mono<DeviceList> devices(@Parameter(hidden = true) CurrentSession current) {
        UUID user = current.device().user();
        return sessions.of(user)
                .collectList()
                .flatMap(all -> presences.of(user).map(presence -> DeviceList.of(all, presence, current)));
    }

    @Operation(summary = "Log out on this device")
    @ApiResponse(responseCode = "204", description = "The session is revoked")
    @DeleteMapping("/v1/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logOut(@Parameter(hidden = true) CurrentSession current) {
        return sessions.revoke(current.device()).then();
    }

    @Operation(
            summary = "Revoke one of your devices",
            description =
                    "Its connection is closed at once, its tokens are good no more, and what waits for it is deleted.")
    @ApiResponse(responseCode = "204", description = "The session is revoked")
    @ApiResponse(responseCode = "404", description = "`unknown_device`: you are not logged in on such a device")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: not a device id")
    @DeleteMapping("/v1/sessions/{deviceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@Parameter(hidden = true) CurrentSession current, @PathVariable UUID deviceId) {
        return sessions.revoke(new Device(current.device().user(), deviceId))
                .filter(revoked -> revoked)
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "unknown_device", "You are not logged in on device " + deviceId + ".")))
                .then();
    }

    @Schema(name = "DeviceList")
    record DeviceList(List<DeviceEntry> devices) {

        static DeviceList of(List<Session> sessions, UserPresence presence, CurrentSession current) {
            Map<UUID, DevicePresence> places =
                    presence.devices().stream().collect(Collectors.toMap(DevicePresence::device, Function.identity()));
            return new DeviceList(sessions.stream()
                    .map(session ->
                            DeviceEntry.of(session, places.get(session.device().id()), current))
                    .toList());
        }
    }

    @Schema(name = "Device")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceEntry(
            UUID deviceId,
            String name,
            String platform,

            @Schema(description = "When it was logged in first")
            Instant createdAt,

            @Schema(description = "When it went. Absent while online, and if it was never there") @Nullable
            Instant lastSeen,

            boolean online,

            @Schema(description = "Whether it is the device that asks")
            boolean current) {

        static DeviceEntry of(Session session, @Nullable DevicePresence place, CurrentSession current) {
            return new DeviceEntry(
                    session.device().id(),
                    session.description().name(),
                    session.description().platform(),
                    session.createdAt(),
                    place == null ? null : place.lastSeen(),
                    place != null && place.online(),
                    session.device().equals(current.device()));
        }
    }
}

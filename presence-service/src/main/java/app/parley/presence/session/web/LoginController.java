package app.parley.presence.session.web;

import app.parley.presence.session.Accounts;
import app.parley.presence.session.CodeOutcome;
import app.parley.presence.session.DeviceDescription;
import app.parley.presence.session.LoginOutcome;
import app.parley.presence.session.Logins;
import app.parley.presence.session.RefreshOutcome;
import app.parley.presence.session.Refreshes;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Logging in, and staying logged in. */
@RestController
@Tag(name = "Sessions")
@SecurityRequirements
class LoginController {

    private final Accounts accounts;
    private final Logins logins;
    private final Refreshes refreshes;

    LoginController(Accounts accounts, Logins logins, Refreshes refreshes) {
        this.accounts = accounts;
        this.logins = logins;
        this.refreshes = refreshes;
    }

    @Operation(
            summary = "Ask for a code to log in with",
            description =
                    "Sends six digits to who has this verified address, good for 10 minutes, once, and for 5 tries; a new"
                            + " code voids the one before. Whether somebody has the address is not said.")
    @ApiResponse(responseCode = "202", description = "The code is sent if somebody has the address")
    @ApiResponse(responseCode = "400", description = "`malformed_json`")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: no address, or two, or one that is not valid")
    @ApiResponse(
            responseCode = "429",
            description =
                    "`too_many_codes`: to that address, whether somebody has it or not. `rate_limited`: by the gateway",
            headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = "integer")))
    @ApiResponse(responseCode = "501", description = "`codes_not_available`: this server does not send codes")
    @ApiResponse(responseCode = "503", description = "`unavailable`: try again")
    @PostMapping("/v1/sessions/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> sendCode(@RequestBody @Valid CodeRequest request) {
        return accounts.sendCode(request.address()).flatMap(outcome -> switch (outcome) {
            case CodeOutcome.Accepted _ -> Mono.empty();
            case CodeOutcome.NoAddress _ -> Mono.error(request.noAddress());
            case CodeOutcome.TooMany(var retryAfter) ->
                Mono.error(ProblemException.tooOften(
                        "too_many_codes", "Too many codes have been asked for. Try again later.", retryAfter));
            case CodeOutcome.NotAvailable _ ->
                Mono.error(new ProblemException(
                        HttpStatus.NOT_IMPLEMENTED, "codes_not_available", "This server does not send codes."));
        });
    }

    @Operation(
            summary = "Log in on a device",
            description = "With handle and password, or with a verified address and a code that was asked for.")
    @ApiResponse(responseCode = "201", description = "The device is logged in")
    @ApiResponse(responseCode = "400", description = "`malformed_json`")
    @ApiResponse(
            responseCode = "401",
            description =
                    "`invalid_credentials`: which of the two is wrong is not said. `invalid_code`: the code is not, or not"
                            + " any more, one to log in with at that address")
    @ApiResponse(responseCode = "409", description = "`too_many_devices`: log out on another one first")
    @ApiResponse(responseCode = "422", description = "`invalid_field`")
    @ApiResponse(responseCode = "503", description = "`unavailable`: try again")
    @PostMapping("/v1/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<GrantResponse> login(@RequestBody @Valid LoginRequest request) {
        LoginRequest.DeviceRequest device = request.device();
        return logins.login(request.proof(), device.id(), new DeviceDescription(device.name(), device.platform()))
                .map(outcome -> switch (outcome) {
                    case LoginOutcome.LoggedIn(var grant) -> GrantResponse.of(grant);
                    case LoginOutcome.WrongCredentials() -> throw wrongProof(request.isByCode());
                    case LoginOutcome.TooManyDevices(int allowed) -> throw tooManyDevices(allowed);
                });
    }

    @Operation(
            summary = "Exchange the refresh token for new tokens",
            description =
                    "A refresh token is good once. Shown again within 10 seconds of its first use, in case the answer"
                            + " was lost, it gets the same new refresh token, and an access token that may be another; after"
                            + " that it ends the session, since somebody else may have it."
                            + " A session ends by itself 60 days after its last refresh. Both times are settings of the deployment.")
    @ApiResponse(responseCode = "200", description = "New tokens; the old refresh token is used up")
    @ApiResponse(responseCode = "400", description = "`malformed_json`")
    @ApiResponse(
            responseCode = "401",
            description = "`refresh_token_invalid`: no live session has this token. `refresh_token_reused`: it was used"
                    + " before, and the session is revoked. In both cases log in again")
    @ApiResponse(responseCode = "422", description = "`invalid_field`")
    @ApiResponse(responseCode = "503", description = "`unavailable`: try again with the same token")
    @PostMapping("/v1/sessions/refresh")
    Mono<GrantResponse> refresh(@RequestBody @Valid RefreshRequest request) {
        return refreshes.refresh(request.refreshToken()).map(outcome -> switch (outcome) {
            case RefreshOutcome.Refreshed(var grant) -> GrantResponse.of(grant);
            case RefreshOutcome.Unknown() ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "refresh_token_invalid",
                        "No live session has this refresh token. Log in again.");
            case RefreshOutcome.Reused() ->
                throw new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "refresh_token_reused",
                        "This refresh token was used before, so the session has been revoked. Log in again.");
        });
    }

    private static ProblemException wrongProof(boolean byCode) {
        return byCode
                ? new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "invalid_code",
                        "The code is not the last one that was sent there, or has expired, or was used or tried too often.")
                : new ProblemException(
                        HttpStatus.UNAUTHORIZED, "invalid_credentials", "The handle or the password is wrong.");
    }

    private static ProblemException tooManyDevices(int allowed) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "too_many_devices",
                "You are logged in on " + allowed
                        + " devices, which is the limit. Log out on one of them, or revoke one"
                        + " with DELETE /v1/sessions/{deviceId}, then log in here again.");
    }
}

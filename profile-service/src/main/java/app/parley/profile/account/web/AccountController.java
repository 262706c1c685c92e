package app.parley.profile.account.web;

import app.parley.profile.account.DisplayName;
import app.parley.profile.account.Handle;
import app.parley.profile.account.Registration;
import app.parley.profile.account.RegistrationOutcome;
import app.parley.profile.password.Password;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/accounts")
@Tag(name = "Accounts")
class AccountController {

    private final Registration registration;

    AccountController(Registration registration) {
        this.registration = registration;
    }

    @PostMapping
    @SecurityRequirements
    @Operation(summary = "Open an account", description = "Needs no token. To use it, open a session.")
    @ApiResponse(
            responseCode = "201",
            description = "The account",
            headers = @Header(name = "Location", description = "Its public profile", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "409", description = "`handle_taken`: somebody else has that handle")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `errors` names each field and what is wrong")
    ResponseEntity<OwnProfile> register(@Valid @RequestBody RegistrationRequest request) {
        RegistrationOutcome outcome = registration.register(
                new Handle(request.handle()), new DisplayName(request.displayName()), new Password(request.password()));
        return switch (outcome) {
            case RegistrationOutcome.Registered(var account) ->
                ResponseEntity.created(URI.create("/v1/users/" + account.id())).body(OwnProfile.of(account));
            case RegistrationOutcome.HandleTaken(var handle) ->
                throw new ProblemException(
                        HttpStatus.CONFLICT, "handle_taken", "The handle " + handle.value() + " is taken.");
        };
    }
}

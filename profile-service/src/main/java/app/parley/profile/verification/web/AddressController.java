package app.parley.profile.verification.web;

import app.parley.profile.address.AddressKind;
import app.parley.profile.address.VerifiedAddresses;
import app.parley.profile.code.Code;
import app.parley.profile.verification.Verification;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me/addresses")
@Tag(name = "Me")
class AddressController {

    private final VerifiedAddresses addresses;
    private final Verification verification;

    AddressController(VerifiedAddresses addresses, Verification verification) {
        this.addresses = addresses;
        this.verification = verification;
    }

    @GetMapping
    @Operation(summary = "One's e-mail address and phone number", description = "Those that are verified, one of each.")
    @ApiResponse(responseCode = "200", description = "One's addresses")
    OwnAddresses get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return OwnAddresses.of(addresses.of(caller.user()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask for a code to an address",
            description =
                    "Sends six digits there, good for 10 minutes and 5 tries; a new code voids the one before. It is not"
                            + " said whether another account has the address.")
    @ApiResponse(responseCode = "202", description = "The code is sent")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: no address, or two, or one that is not valid")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_codes`: to the address, or for this account",
            headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = "integer")))
    @ApiResponse(responseCode = "501", description = "`codes_not_available`: this server does not send codes")
    @ApiResponse(responseCode = "503", description = "`unavailable`: the code could not be sent, and is void")
    void request(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody AddressRequest request) {
        CodeProblems.throwUnlessSent(verification.request(caller.user(), request.address()));
    }

    @PostMapping("/verification")
    @Operation(
            summary = "Prove an address with its code",
            description =
                    "It is one's own from then on, in the place of the one of its kind that one had. Another account that"
                            + " had it loses it: who reads what is sent there has it.")
    @ApiResponse(responseCode = "200", description = "One's addresses as they are now")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_code`: another code, or one that has expired or was used. `too_many_tries`: ask for a new"
                            + " one. `invalid_field`")
    OwnAddresses verify(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @Valid @RequestBody AddressProof proof) {
        return switch (verification.confirm(caller.user(), proof.address(), new Code(proof.code()))) {
            case RIGHT -> get(caller);
            case WRONG -> throw CodeProblems.invalidCode();
            case TOO_MANY_TRIES -> throw CodeProblems.tooManyTries();
        };
    }

    @PatchMapping("/phone")
    @Operation(summary = "Change whether one is found by one's phone number")
    @ApiResponse(responseCode = "200", description = "One's addresses as they are now")
    @ApiResponse(responseCode = "404", description = "`unknown_address`: one has no verified phone number")
    @ApiResponse(responseCode = "422", description = "`invalid_field`")
    OwnAddresses change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @Valid @RequestBody PhoneChange change) {
        if (addresses.letBeFound(caller.user(), AddressKind.PHONE.name(), change.discoverable()) == 0) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown_address", "You have no verified phone number.");
        }
        return get(caller);
    }

    @DeleteMapping("/email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove one's e-mail address", description = "Also right if one has none.")
    @ApiResponse(responseCode = "204", description = "One has no e-mail address")
    void removeEmail(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        addresses.remove(caller.user(), AddressKind.EMAIL);
    }

    @DeleteMapping("/phone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove one's phone number", description = "Also right if one has none.")
    @ApiResponse(responseCode = "204", description = "One has no phone number")
    void removePhone(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        addresses.remove(caller.user(), AddressKind.PHONE);
    }
}

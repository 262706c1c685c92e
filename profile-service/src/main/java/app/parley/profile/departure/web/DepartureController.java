package app.parley.profile.departure.web;

import app.parley.profile.account.UnknownUser;
import app.parley.profile.departure.Departure;
import app.parley.profile.departure.DepartureOutcome;
import app.parley.profile.departure.web.DepartureRequest.Proof;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me")
@Tag(name = "Me")
class DepartureController {

    private final Departure departure;

    DepartureController(Departure departure) {
        this.departure = departure;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Close one's account for good",
            description =
                    "There is no way back: export first what is to be kept. Nobody finds the account any more, all"
                            + " its sessions are over and their connections closed. One leaves all groups; one's own goes to the"
                            + " admin who is in it longest, else to the member. What else there is of the person is being removed,"
                            + " as a rule within seconds, and the handle is free then. Whether one's messages are erased or stay"
                            + " without a sender is the operator's policy.")
    @ApiResponse(responseCode = "202", description = "The account is closed")
    @ApiResponse(responseCode = "403", description = "`invalid_credentials`: it is another password")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is closed already")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_code`: another code, or one that has expired or was used or tried too often, or that"
                            + " was sent to an address of somebody else. `invalid_field`")
    void close(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody DepartureRequest request) {
        switch (request.proof()) {
            case Proof.OfPassword(var password) ->
                check(
                        departure.withPassword(caller.user(), password),
                        new ProblemException(
                                HttpStatus.FORBIDDEN, "invalid_credentials", "It is not the account's password."));
            case Proof.OfCode(var address, var code) ->
                check(
                        departure.withCode(caller.user(), address, code),
                        new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "invalid_code",
                                "The code is not the last one that was sent to this account there, or is void."));
        }
    }

    private static void check(DepartureOutcome outcome, ProblemException unproved) {
        switch (outcome) {
            case DepartureOutcome.Closed _ -> {}
            case DepartureOutcome.NotProved _ -> throw unproved;
            case DepartureOutcome.UnknownUser _ -> throw UnknownUser.problem();
        }
    }
}

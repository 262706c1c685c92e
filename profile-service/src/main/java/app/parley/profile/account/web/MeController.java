package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import app.parley.profile.account.Profile;
import app.parley.profile.account.UnknownUser;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me")
@Tag(name = "Me")
class MeController {

    private final Accounts accounts;
    private final Profile profile;

    MeController(Accounts accounts, Profile profile) {
        this.accounts = accounts;
        this.profile = profile;
    }

    @GetMapping
    @Operation(summary = "Who am I")
    @ApiResponse(responseCode = "200", description = "One's own profile")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    OwnProfile me(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return own(accounts.findById(caller.user()));
    }

    @PatchMapping
    @Operation(summary = "Change one's profile", description = "What is not said, or null, stays as it is.")
    @ApiResponse(responseCode = "200", description = "The profile as it is now")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `errors` names each field and what is wrong")
    OwnProfile change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody ProfileChange change) {
        return own(profile.change(caller.user(), change.edit()));
    }

    private static OwnProfile own(Optional<Account> account) {
        return account.map(OwnProfile::of).orElseThrow(UnknownUser::problem);
    }
}

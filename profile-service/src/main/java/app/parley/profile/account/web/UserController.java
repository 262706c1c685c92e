package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import app.parley.profile.account.Handle;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.privacy.Appearances;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/users")
@Tag(name = "Users")
class UserController {

    private final Accounts accounts;
    private final Appearances appearances;

    UserController(Accounts accounts, Appearances appearances) {
        this.accounts = accounts;
        this.appearances = appearances;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look a user up by id")
    @ApiResponse(responseCode = "200", description = "The user's profile")
    @ApiResponse(responseCode = "404", description = "`unknown_user`")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    UserProfile byId(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return seen(caller, accounts.findById(id));
    }

    @GetMapping
    @Operation(summary = "Look a user up by handle")
    @ApiResponse(responseCode = "200", description = "The user's profile")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: nobody has, or can have, that handle")
    UserProfile byHandle(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam @Parameter(description = "Capitals are ignored") String handle) {
        return seen(caller, Handle.parse(handle).map(Handle::value).flatMap(accounts::findByHandle));
    }

    private UserProfile seen(Caller caller, Optional<Account> found) {
        return found.map(account -> UserProfile.of(account, appearances.to(caller.user(), account)))
                .orElseThrow(UnknownUser::problem);
    }
}

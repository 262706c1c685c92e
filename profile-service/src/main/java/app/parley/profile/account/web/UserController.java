package app.parley.profile.account.web;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.Handle;
import app.parley.profile.account.UnknownUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
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

    UserController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look a user up by id")
    @ApiResponse(responseCode = "200", description = "The user's profile")
    @ApiResponse(responseCode = "404", description = "`unknown_user`")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    UserProfile byId(@PathVariable UUID id) {
        return accounts.findById(id).map(UserProfile::of).orElseThrow(UnknownUser::problem);
    }

    @GetMapping
    @Operation(summary = "Look a user up by handle")
    @ApiResponse(responseCode = "200", description = "The user's profile")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: nobody has, or can have, that handle")
    UserProfile byHandle(@RequestParam @Parameter(description = "Capitals are ignored") String handle) {
        return Handle.parse(handle)
                .map(Handle::value)
                .flatMap(accounts::findByHandle)
                .map(UserProfile::of)
                .orElseThrow(UnknownUser::problem);
    }
}

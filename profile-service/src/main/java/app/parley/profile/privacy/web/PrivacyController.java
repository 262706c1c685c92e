package app.parley.profile.privacy.web;

import app.parley.profile.account.UnknownUser;
import app.parley.profile.privacy.Privacy;
import app.parley.profile.privacy.PrivacyChoices;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me/privacy")
@Tag(name = "Privacy")
class PrivacyController {

    private final PrivacyChoices choices;

    PrivacyController(PrivacyChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    @Operation(summary = "What one shows, and to whom", description = "Everything to everyone, unless one has chosen.")
    @ApiResponse(responseCode = "200", description = "What one has chosen")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    PrivacyView get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return view(choices.find(caller.user()));
    }

    @PatchMapping
    @Operation(
            summary = "Choose what one shows, and to whom",
            description = "What is not said, or null, stays as it is. It holds when it is answered. `contacts` are"
                    + " those in one's own address book.")
    @ApiResponse(responseCode = "200", description = "What one has chosen now")
    @ApiResponse(
            responseCode = "400",
            description = "`unknown_attribute`, `unknown_value`: there is none of this name; nothing is changed")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: the account is gone")
    PrivacyView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @RequestBody PrivacyChange change) {
        return view(choices.change(caller.user(), change.edit()));
    }

    private static PrivacyView view(Optional<Privacy> privacy) {
        return privacy.map(PrivacyView::of).orElseThrow(UnknownUser::problem);
    }
}

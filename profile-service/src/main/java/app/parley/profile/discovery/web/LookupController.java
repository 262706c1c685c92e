package app.parley.profile.discovery.web;

import app.parley.profile.address.PhoneHashes;
import app.parley.profile.discovery.Discovery;
import app.parley.profile.discovery.LookupOutcome;
import app.parley.profile.discovery.QuotaExhausted;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/contacts/lookup")
@Tag(name = "Contacts")
class LookupController {

    private final Discovery discovery;
    private final PhoneHashes hashes;

    LookupController(Discovery discovery, PhoneHashes hashes) {
        this.discovery = discovery;
        this.hashes = hashes;
    }

    @GetMapping
    @Operation(summary = "How to look people up by their phone numbers")
    @ApiResponse(responseCode = "200", description = "How to hash numbers, and how many may be looked up")
    LookupTerms terms(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return new LookupTerms("SHA-256", hashes.salt(), LookupRequest.MOST, discovery.remaining(caller.user()));
    }

    @PostMapping
    @Operation(
            summary = "Look people up by their phone numbers",
            description =
                    "Finds accounts with such a number, verified, that let themselves be found by it, oneself left out."
                            + " Numbers that one has not looked up within 30 days count against a quota: 5,000 at first, and 1,000 more"
                            + " each day. The people are not told.")
    @ApiResponse(responseCode = "200", description = "Whoever was found")
    @ApiResponse(responseCode = "404", description = "`unknown_user`: one's own account is gone")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: none or too many hashes, or one that is none")
    @ApiResponse(
            responseCode = "429",
            description = "`lookup_quota_exceeded`: more new numbers than are left; none was looked up",
            headers = @Header(name = "Retry-After", description = "Seconds", schema = @Schema(type = "integer")))
    LookupAnswer lookUp(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody LookupRequest request) {
        return switch (discovery.find(caller.user(), request.parsed().toList())) {
            case LookupOutcome.LookedUp found -> LookupAnswer.of(found);
            case LookupOutcome.Exhausted exhausted -> throw QuotaExhausted.problem(exhausted);
        };
    }
}

package app.parley.profile.discovery.web;

import app.parley.profile.address.VerifiedAddress;
import app.parley.profile.discovery.LookupOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** Whoever was found. */
record LookupAnswer(
        @Schema(description = "In any order; the others have no account here, or do not let themselves be found")
        List<Found> found,

        @Schema(description = "How many other numbers one may look up now")
        int remaining) {

    @Schema(name = "FoundUser")
    record Found(
            @Schema(description = "Which of the hashes it was, in lower case")
            String hash,

            UUID user,
            @Schema(example = "ada.lovelace") String handle,
            @Schema(example = "Ada Lovelace") String displayName) {

        static Found of(VerifiedAddress address) {
            return new Found(
                    address.phoneHash().toString(),
                    address.account().id(),
                    address.account().handle(),
                    address.account().displayName());
        }
    }

    static LookupAnswer of(LookupOutcome.LookedUp outcome) {
        return new LookupAnswer(outcome.found().stream().map(Found::of).toList(), outcome.remaining());
    }
}

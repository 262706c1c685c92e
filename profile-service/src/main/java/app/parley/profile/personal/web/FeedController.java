package app.parley.profile.personal.web;

import app.parley.profile.personal.Feed;
import app.parley.profile.personal.FeedPlace;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/me/changes")
@Tag(name = "Personal")
class FeedController {

    private final Feed feed;

    FeedController(Feed feed) {
        this.feed = feed;
    }

    @GetMapping
    @Operation(
            summary = "Learn what has changed in what one keeps for oneself",
            description = "Without a cursor: all of it. Each device keeps the cursor of what it has applied.")
    @ApiResponse(responseCode = "200", description = "A part, which is empty where nothing has changed")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    FeedView changes(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Parameter(description = "`cursor` of the part before") @Nullable
                    String cursor) {
        FeedPlace place = cursor == null ? FeedPlace.START : place(cursor);
        return FeedView.of(feed.after(caller.user(), place, limit));
    }

    private static FeedPlace place(String cursor) {
        return FeedCursor.read(cursor)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "cursor: is not one of this feed's"));
    }
}

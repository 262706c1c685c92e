package app.parley.profile.personal.web;

import app.parley.profile.personal.FeedPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A part of what has changed in what one keeps for oneself. */
record FeedView(
        @Schema(description = "In the order of their changes, each entry once, as it is now")
        List<EntryView> changes,

        @Schema(description = "Whoever knows these knows every change up to this number")
        long version,

        @Schema(description = "What to ask with the next time", example = "42.0")
        String cursor,

        @Schema(description = "Whether there are more: ask at once")
        boolean more,

        @Schema(
                description = "Forget what you know, for it is too long ago that you asked: this is the first part of"
                        + " the whole")
        boolean reset) {

    static FeedView of(FeedPage page) {
        return new FeedView(
                page.entries().stream().map(EntryView::of).toList(),
                page.place().version(),
                FeedCursor.of(page.place()),
                page.more(),
                page.reset());
    }
}

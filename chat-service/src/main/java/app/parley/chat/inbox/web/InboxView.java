package app.parley.chat.inbox.web;

import app.parley.chat.inbox.InboxPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of one's list of conversations. */
record InboxView(
        @Schema(
                description = "Those that are pinned first, the one first that was pinned last; then those in which"
                        + " something was said last")
        List<InboxEntryView> conversations,

        @Schema(
                types = {"string", "null"},
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        String next) {

    static InboxView of(InboxPage page) {
        return new InboxView(
                page.entries().stream().map(InboxEntryView::of).toList(),
                page.next() == null ? null : InboxCursor.of(page.next()));
    }
}

package app.parley.cli.plain;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody said, for a script.
 *
 * @param kind the line's first word
 * @param fields what follows who said it, and when
 */
record EntryLine(String kind, List<?> fields) {

    /**
     * Finds the words.
     *
     * @param names what to call people
     */
    record Words(PlainLines.Names names) {

        /** A message: what it says, then its marks, as far as it has some. */
        EntryLine of(Told.New told) {
            Content content = told.message().content();
            if (content instanceof Content.Timer timer) {
                return new EntryLine(
                        "timer",
                        List.of(
                                timer.seconds(),
                                names.ofMessages().ofTimer(timer, told.message().from())));
            }
            List<Object> fields = new ArrayList<>();
            fields.add(names.ofMessages().plain(told.message()));
            fields.addAll(marks(told.message().marks(), content));
            return new EntryLine("message", fields);
        }

        private List<String> marks(Marks marks, Content content) {
            List<String> found = new ArrayList<>();
            if (marks.replyTo() != null) {
                found.add("reply-to=" + marks.replyTo());
            }
            if (marks.forwarded()) {
                found.add("forwarded");
            }
            if (marks.viewOnce()) {
                found.add("view-once");
            }
            if (content instanceof Content.Text text && !text.mentions().isEmpty()) {
                found.add("mentions="
                        + text.mentions().stream().map(names::ofUser).collect(Collectors.joining(",")));
            }
            return found;
        }

        /** What was said about a message: its number, what, and how that reads. */
        EntryLine of(Told.Changed told) {
            LogEntry by = told.entry();
            long of = told.message().seq();
            String sentence = names.ofMessages().of(told);
            return switch (by.said()) {
                case Content.Reaction reaction -> new EntryLine("reaction", List.of(of, reaction.emoji(), sentence));
                case Content.Edit _ ->
                    new EntryLine("edit", List.of(of, names.ofMessages().plain(told.message()), sentence));
                case Content.Delete _ -> new EntryLine("delete", List.of(of, sentence));
                case Content.Vote vote -> new EntryLine("vote", List.of(of, numbers(vote), sentence));
                case Content.Pin pin -> new EntryLine(pin.pinned() ? "pin" : "unpin", List.of(of, sentence));
                default -> throw new IllegalArgumentException("not about a message: " + by);
            };
        }

        /** As they are chosen: from 1. */
        private static String numbers(Content.Vote vote) {
            return vote.options().stream()
                    .map(place -> String.valueOf(place + 1))
                    .collect(Collectors.joining(","));
        }
    }
}

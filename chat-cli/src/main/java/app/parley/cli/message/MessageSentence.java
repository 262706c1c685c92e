package app.parley.cli.message;

import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Message;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.Marks;
import app.parley.cli.session.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages, and what is said about them, in words.
 *
 * @param self who reads it
 */
public record MessageSentence(People people, UUID self) {

    private static final String FORWARDED = "(forwarded)";
    private static final int QUOTED = 60;
    private static final int LONGEST_EMOJI = 16;
    private static final int DAY = 24 * 60 * 60;

    /** What a message shows now: what it says, and behind it what was said about it. */
    public String of(Message message) {
        return withRemarks(message, of(message.content(), message.votes()));
    }

    /** The same when it may have been shown before: what was to be seen once is not. */
    public String again(Message message) {
        return message.marks().viewOnce() && !message.isDeleted() ? withRemarks(message, "a message") : of(message);
    }

    private String withRemarks(Message message, String said) {
        List<String> parts = new ArrayList<>();
        if (message.marks().forwarded() && !message.isDeleted()) {
            parts.add(FORWARDED);
        }
        parts.add(said);
        parts.addAll(remarks(message, said));
        return String.join(" ", parts);
    }

    /** Only what a message says, with nothing behind it. */
    public String plain(Message message) {
        return of(message.content(), message.votes());
    }

    /** What a message says that is not sent yet. */
    public String of(Outgoing outgoing) {
        return (Marks.read(outgoing.content()).forwarded() ? FORWARDED + " " : "") + of(outgoing.said());
    }

    private String of(Content content) {
        return of(content, Map.of());
    }

    private String of(Content content, Map<UUID, List<Integer>> votes) {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.Poll poll -> poll(poll, votes);
            case Content.Location location ->
                "location: " + degrees(location.latitude()) + ", " + degrees(location.longitude());
            case Content.Contact contact -> contact(contact);
            case Content.Timer timer -> timer(timer);
            case Content.Deleted _ -> "(this message was deleted)";
            case Content.About _, Content.Unknown _ -> "(something that this version cannot show)";
        };
    }

    private List<String> remarks(Message message, String said) {
        List<String> remarks = new ArrayList<>();
        if (message.content() instanceof Content.Text text) {
            mentions(text.mentions(), said.toLowerCase(Locale.ROOT), remarks);
        }
        if (message.edited()) {
            remarks.add("(edited)");
        }
        if (message.marks().viewOnce() && !message.isDeleted()) {
            remarks.add("(to be seen once)");
        }
        if (message.pinned()) {
            remarks.add("(pinned)");
        }
        if (!message.reactions().isEmpty()) {
            remarks.add("[" + reactions(message.reactions()) + "]");
        }
        return remarks;
    }

    /** The reader always learns that they are meant; others only if the text does not name them. */
    private void mentions(List<UUID> mentioned, String said, List<String> remarks) {
        List<String> named = mentioned.stream()
                .filter(user -> user.equals(self) || !said.contains("@" + lower(people.handleOf(user))))
                .map(user -> user.equals(self) ? "you" : "@" + people.handleOf(user))
                .toList();
        if (!named.isEmpty()) {
            remarks.add("(mentions " + String.join(", ", named) + ")");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String reactions(Map<UUID, String> reactions) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        reactions.values().forEach(emoji -> counts.merge(oneLine(emoji, LONGEST_EMOJI), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> count.getValue() == 1 ? count.getKey() : count.getKey() + " " + count.getValue())
                .collect(Collectors.joining("  "));
    }

    private static String poll(Content.Poll poll, Map<UUID, List<Integer>> votes) {
        StringBuilder lines = new StringBuilder("poll: ").append(oneLine(poll.question(), Integer.MAX_VALUE));
        for (int place = 0; place < poll.options().size(); place++) {
            lines.append("\n  ")
                    .append(place + 1)
                    .append(". ")
                    .append(option(poll, place))
                    .append(" – ")
                    .append(count(votes, place));
        }
        return lines.toString();
    }

    /** How a poll stands, on one line. */
    private static String standing(Content.Poll poll, Map<UUID, List<Integer>> votes) {
        List<String> parts = new ArrayList<>();
        for (int place = 0; place < poll.options().size(); place++) {
            parts.add(option(poll, place) + " " + count(votes, place));
        }
        return String.join(", ", parts);
    }

    private static String option(Content.Poll poll, int place) {
        return place >= 0 && place < poll.options().size()
                ? oneLine(poll.options().get(place), Integer.MAX_VALUE)
                : "an option that there is not";
    }

    private static long count(Map<UUID, List<Integer>> votes, int place) {
        return votes.values().stream().filter(chosen -> chosen.contains(place)).count();
    }

    private String contact(Content.Contact contact) {
        List<String> parts = new ArrayList<>();
        if (contact.name() != null) {
            parts.add(oneLine(contact.name(), Integer.MAX_VALUE));
        }
        if (contact.user() != null) {
            parts.add("@" + people.handleOf(contact.user()));
        }
        if (contact.phone() != null) {
            parts.add(oneLine(contact.phone(), Integer.MAX_VALUE));
        }
        return "contact: " + String.join(", ", parts);
    }

    private static String timer(Content.Timer timer) {
        if (timer.seconds() <= 0) {
            return "messages do not disappear any more";
        }
        String since = "reading".equals(timer.from()) ? " after they were read" : " after they were sent";
        return "messages disappear " + duration(timer.seconds()) + since;
    }

    private static String duration(long seconds) {
        if (seconds % DAY == 0) {
            return counted(seconds / DAY, "day");
        }
        if (seconds % 3600 == 0) {
            return counted(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** What a message answers: who said what, on one line. */
    public String quote(long seq, @Nullable Message answered) {
        if (answered == null) {
            return "#" + seq + ", which is not on this device";
        }
        return (answered.from().equals(self) ? "you" : people.nameOf(answered.from())) + ": " + excerpt(answered);
    }

    /** What a user has said about a message. */
    public String of(Told.Changed told) {
        LogEntry by = told.entry();
        Message message = told.message();
        String subject = subject(by.from());
        String which = "#" + message.seq() + " \"" + excerpt(message) + "\"";
        return switch (by.said()) {
            case Content.Reaction reaction ->
                reaction.emoji().isEmpty()
                        ? subject + " took the reaction to " + which + " back"
                        : subject + " reacted " + oneLine(reaction.emoji(), LONGEST_EMOJI) + " to " + which;
            case Content.Edit edit -> subject + " edited #" + message.seq() + ": " + of(edit.content());
            case Content.Delete _ -> subject + " deleted #" + message.seq() + owner(by, message);
            case Content.Vote vote -> subject + " " + vote(vote, message);
            case Content.Pin pin -> subject + (pin.pinned() ? " pinned " : " unpinned ") + which;
            default -> throw new IllegalArgumentException("not about a message: " + by);
        };
    }

    /** Who is set what timer: a sentence of its own. */
    public String ofTimer(Content.Timer timer, UUID from) {
        return subject(from) + " changed the timer: " + timer(timer);
    }

    private String owner(LogEntry by, Message message) {
        if (by.from().equals(message.from())) {
            return "";
        }
        return ", a message of " + (message.from().equals(self) ? "yours" : people.nameOf(message.from()));
    }

    private static String vote(Content.Vote vote, Message message) {
        if (!(message.content() instanceof Content.Poll poll)) {
            return "voted";
        }
        String chosen =
                vote.options().stream().map(place -> option(poll, place)).collect(Collectors.joining(", "));
        String what = chosen.isEmpty() ? "took the vote back" : "voted for " + chosen;
        return what + " in #" + message.seq() + ": " + standing(poll, message.votes());
    }

    private String subject(UUID user) {
        return user.equals(self) ? "You" : people.nameOf(user);
    }

    private String excerpt(Message message) {
        if (message.marks().viewOnce() && !message.isDeleted()) {
            return "a message to be seen once";
        }
        String said =
                message.content() instanceof Content.Poll poll ? "poll: " + poll.question() : of(message.content());
        return oneLine(said, QUOTED);
    }

    private static String oneLine(String text, int most) {
        String line = text.strip().replaceAll("\\R+", " ");
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}

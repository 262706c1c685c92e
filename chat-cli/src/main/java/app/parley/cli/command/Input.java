package app.parley.cli.command;

import app.parley.cli.group.GroupCommand;
import app.parley.cli.message.MessageCommand;
import java.util.List;
import java.util.Locale;

/** What the user typed and entered. */
public sealed interface Input {

    /** Nothing. */
    record Nothing() implements Input {}

    /** A message. */
    record Text(String text) implements Input {}

    /** {@code /to HANDLE}. */
    record To(String handle) implements Input {}

    /** {@code /history [n]}. */
    record History(int count) implements Input {}

    /** {@code /who}. */
    record Who() implements Input {}

    /** One of the commands about groups. */
    record OfGroups(GroupCommand command) implements Input {}

    /** One of the commands about messages. */
    record OfMessages(MessageCommand command) implements Input {}

    /** {@code /numbers}. */
    record Numbers() implements Input {}

    /** {@code /help}. */
    record Help() implements Input {}

    /** {@code /quit}. */
    record Quit() implements Input {}

    /** A command that is none, or was not written as it must be. */
    record Mistake(String what) implements Input {}

    /** All commands. */
    List<String> COMMANDS = List.of(
            "/to",
            "/open",
            "/who",
            "/history",
            "/numbers",
            "/reply",
            "/react",
            "/unreact",
            "/edit",
            "/delete",
            "/forward",
            "/poll",
            "/vote",
            "/unvote",
            "/pin",
            "/unpin",
            "/location",
            "/contact",
            "/groups",
            "/group",
            "/join",
            "/members",
            "/add",
            "/remove",
            "/leave",
            "/invite",
            "/rename",
            "/describe",
            "/admin",
            "/member",
            "/owner",
            "/help",
            "/quit");

    /** How many messages {@code /history} shows if it is not said. */
    int USUAL_HISTORY = 20;

    /** The most that {@code /history} shows. */
    int MOST_HISTORY = 1000;

    /** Reads what was entered. A message that begins with a slash is written with two. */
    static Input parse(String entered) {
        if (entered.isBlank()) {
            return new Nothing();
        }
        if (!entered.startsWith("/")) {
            return new Text(entered.stripTrailing());
        }
        String[] words = entered.strip().split("\\s+");
        String command = words[0].toLowerCase(Locale.ROOT);
        if (entered.indexOf('\n') >= 0 && !MessageWords.takesLines(command)) {
            return new Text(entered.stripTrailing());
        }
        if (entered.startsWith("//")) {
            return new Text(entered.substring(1).stripTrailing());
        }
        String rest = entered.strip().substring(words[0].length()).strip();
        return switch (command) {
            case "/to" -> words.length == 2 ? new To(handle(words[1])) : new Mistake("Write /to HANDLE.");
            case "/history" -> history(words);
            case "/who" -> new Who();
            case "/numbers" -> new Numbers();
            case "/help", "/?" -> new Help();
            case "/quit", "/exit", "/q" -> new Quit();
            default ->
                GroupWords.parse(command, rest)
                        .or(() -> MessageWords.parse(command, rest))
                        .orElseGet(() -> new Mistake("There is no command " + words[0] + ". /help shows those there"
                                + " are; a message that begins with a slash is written with two."));
        };
    }

    /** A handle as it is, also if it was written with an at sign. */
    static String handle(String word) {
        return word.startsWith("@") ? word.substring(1) : word;
    }

    private static Input history(String[] words) {
        if (words.length == 1) {
            return new History(USUAL_HISTORY);
        }
        return words.length == 2 && words[1].matches("[1-9]\\d{0,5}")
                ? new History(Math.min(MOST_HISTORY, Integer.parseInt(words[1])))
                : new Mistake("Write /history, or /history and a number.");
    }
}

package app.parley.cli.command;

import app.parley.cli.message.MessageCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to be said about messages: a number, with or without {@code #}, then the rest. */
final class MessageWords {

    private static final Pattern NUMBERED = Pattern.compile("#?([1-9]\\d{0,17})(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern POLL = Pattern.compile("\"([^\"]+)\"\\s*(.*)");
    private static final Pattern OPTION = Pattern.compile("[1-9]\\d?");
    private static final String EDIT = "Write /edit TEXT for your last message, or /edit N TEXT.";
    private static final String POLL_HOW = "Write /poll \"QUESTION\" ONE | TWO.";

    private MessageWords() {}

    /** A message's number, if one was said, and what follows. */
    private record Words(@Nullable Long number, String rest) {

        static Words of(String text) {
            Matcher matcher = NUMBERED.matcher(text);
            if (!matcher.matches()) {
                return new Words(null, text);
            }
            String rest = matcher.group(2);
            return new Words(Long.valueOf(matcher.group(1)), rest == null ? "" : rest.strip());
        }
    }

    /** Whether what follows this command may have several lines. */
    static boolean takesLines(String command) {
        return command.equals("/reply") || command.equals("/edit");
    }

    /** The command, a mistake, or nothing if it is not about messages. */
    static Optional<Input> parse(String command, String rest) {
        Words words = Words.of(rest);
        return Optional.ofNullable(
                switch (command) {
                    case "/reply" -> reply(words);
                    case "/react" -> react(words);
                    case "/unreact" ->
                        words.rest().isEmpty()
                                ? said(new MessageCommand.Unreact(words.number()))
                                : new Input.Mistake("Write /unreact, or /unreact N.");
                    case "/edit" ->
                        words.rest().isBlank()
                                ? new Input.Mistake(EDIT)
                                : said(new MessageCommand.Edit(words.number(), words.rest()));
                    case "/delete" -> only(words, MessageCommand.Delete::new, "Write /delete N.");
                    case "/poll" -> poll(rest);
                    case "/vote" -> vote(words);
                    case "/unvote" ->
                        only(words, number -> new MessageCommand.Vote(number, List.of()), "Write /unvote N.");
                    case "/pin" -> only(words, number -> new MessageCommand.Pin(number, true), "Write /pin N.");
                    case "/unpin" -> only(words, number -> new MessageCommand.Pin(number, false), "Write /unpin N.");
                    case "/forward" -> forward(words);
                    case "/location" -> location(rest);
                    case "/contact" ->
                        rest.matches("\\S+")
                                ? said(new MessageCommand.Contact(Input.handle(rest)))
                                : new Input.Mistake("Write /contact HANDLE.");
                    default -> null;
                });
    }

    private static Input said(MessageCommand command) {
        return new Input.OfMessages(command);
    }

    private static Input reply(Words words) {
        return words.number() == null || words.rest().isEmpty()
                ? new Input.Mistake("Write /reply N TEXT; /numbers shows the numbers.")
                : said(new MessageCommand.Reply(words.number(), words.rest()));
    }

    private static Input react(Words words) {
        return words.rest().matches("\\S+")
                ? said(new MessageCommand.React(words.number(), words.rest()))
                : new Input.Mistake("Write /react EMOJI for the last message, or /react N EMOJI.");
    }

    private static Input only(Words words, LongFunction<MessageCommand> command, String correct) {
        return words.number() == null || !words.rest().isEmpty()
                ? new Input.Mistake(correct)
                : said(command.apply(words.number()));
    }

    private static Input poll(String rest) {
        Matcher matcher = POLL.matcher(rest);
        if (!matcher.matches()) {
            return new Input.Mistake(POLL_HOW);
        }
        List<String> options = Arrays.stream(matcher.group(2).split("\\|"))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList();
        return options.size() < 2
                ? new Input.Mistake(POLL_HOW)
                : said(new MessageCommand.Poll(matcher.group(1).strip(), options));
    }

    private static Input vote(Words words) {
        List<String> options = List.of(words.rest().split("[\\s,]+"));
        return words.number() == null || !options.stream().allMatch(OPTION.asMatchPredicate())
                ? new Input.Mistake("Write /vote N and the numbers of options, from 1.")
                : said(new MessageCommand.Vote(
                        words.number(), options.stream().map(Integer::valueOf).toList()));
    }

    private static Input forward(Words words) {
        return words.number() == null || words.rest().isEmpty()
                ? new Input.Mistake("Write /forward N HANDLE, or /forward N and the name of a group.")
                : said(new MessageCommand.Forward(words.number(), words.rest()));
    }

    private static Input location(String rest) {
        String[] words = rest.split("[\\s,]+");
        OptionalDouble latitude = degrees(words[0], 90);
        OptionalDouble longitude = words.length == 2 ? degrees(words[1], 180) : OptionalDouble.empty();
        return latitude.isPresent() && longitude.isPresent()
                ? said(new MessageCommand.Location(latitude.getAsDouble(), longitude.getAsDouble()))
                : new Input.Mistake("Write /location LATITUDE LONGITUDE, in degrees.");
    }

    private static OptionalDouble degrees(String word, int most) {
        if (!word.matches("-?\\d{1,3}(\\.\\d{1,12})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(word);
        return Math.abs(value) <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}

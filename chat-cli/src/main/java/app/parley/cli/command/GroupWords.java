package app.parley.cli.command;

import app.parley.cli.group.GroupCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is wanted of groups: what follows the command, as words or as it is. */
final class GroupWords {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private GroupWords() {}

    /** The command, a mistake, or nothing if it is not about groups. */
    static Optional<Input> parse(String command, String rest) {
        return Optional.ofNullable(
                switch (command) {
                    case "/group" -> found(rest);
                    case "/open" -> text(rest, GroupCommand.Open::new, "Write /open and the name of a group.");
                    case "/join" -> one(rest, GroupCommand.Join::new, "Write /join CODE.");
                    case "/groups" -> none(rest, new GroupCommand.ListAll(), "Write /groups.");
                    case "/members" -> none(rest, new GroupCommand.Members(), "Write /members.");
                    case "/add" -> add(rest);
                    case "/remove" ->
                        one(rest, word -> new GroupCommand.Remove(Input.handle(word)), "Write /remove HANDLE.");
                    case "/leave" -> none(rest, new GroupCommand.Leave(), "Write /leave.");
                    case "/owner", "/admin", "/member" -> role(command, rest);
                    case "/rename" -> text(rest, GroupCommand.Rename::new, "Write /rename NAME.");
                    case "/describe" -> describe(rest);
                    case "/invite" -> none(rest, new GroupCommand.Invite(), "Write /invite.");
                    default -> null;
                });
    }

    private static Input found(String rest) {
        List<String> words = words(rest);
        if (words.isEmpty() || words.getFirst().isBlank() || words.getFirst().startsWith("\"")) {
            return new Input.Mistake("Write /group NAME HANDLE…; a name of several words goes in \"quotes\".");
        }
        return new Input.OfGroups(new GroupCommand.Found(words.getFirst(), handles(words.subList(1, words.size()))));
    }

    private static Input add(String rest) {
        List<String> words = words(rest);
        return words.isEmpty()
                ? new Input.Mistake("Write /add HANDLE….")
                : new Input.OfGroups(new GroupCommand.Add(handles(words)));
    }

    private static Input role(String command, String rest) {
        String role = command.substring(1);
        return one(rest, word -> new GroupCommand.Give(Input.handle(word), role), "Write " + command + " HANDLE.");
    }

    private static Input describe(String rest) {
        return rest.isEmpty()
                ? new Input.Mistake("Write /describe TEXT; \"\" takes the description away.")
                : new Input.OfGroups(new GroupCommand.Describe(unquoted(rest)));
    }

    private static Input none(String rest, GroupCommand command, String correct) {
        return rest.isEmpty() ? new Input.OfGroups(command) : new Input.Mistake(correct);
    }

    private static Input one(String rest, Function<String, GroupCommand> command, String correct) {
        List<String> words = words(rest);
        return words.size() == 1 ? new Input.OfGroups(command.apply(words.getFirst())) : new Input.Mistake(correct);
    }

    private static Input text(String rest, Function<String, GroupCommand> command, String correct) {
        String text = unquoted(rest);
        return text.isBlank() ? new Input.Mistake(correct) : new Input.OfGroups(command.apply(text));
    }

    private static List<String> words(String rest) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    private static List<String> handles(List<String> words) {
        return words.stream().map(Input::handle).toList();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}

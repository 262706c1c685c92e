package app.parley.cli.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user wants to say about messages, or other than as a text. Messages go by their numbers. */
public sealed interface MessageCommand {

    record Reply(long to, String text) implements MessageCommand {}

    /** @param of null for the last message of somebody else */
    record React(@Nullable Long of, String emoji) implements MessageCommand {}

    /** @param of null for the last message that the user has reacted to */
    record Unreact(@Nullable Long of) implements MessageCommand {}

    /** @param of null for the user's last message */
    record Edit(@Nullable Long of, String text) implements MessageCommand {}

    /** For everybody. */
    record Delete(long of) implements MessageCommand {}

    record Poll(String question, List<String> options) implements MessageCommand {}

    /** @param options counted from 1; none takes the vote back */
    record Vote(long of, List<Integer> options) implements MessageCommand {}

    record Pin(long of, boolean pinned) implements MessageCommand {}

    /** @param to a handle, or the name or id of a group */
    record Forward(long of, String to) implements MessageCommand {}

    /** In degrees. */
    record Location(double latitude, double longitude) implements MessageCommand {}

    /** Somebody's card. */
    record Contact(String handle) implements MessageCommand {}
}

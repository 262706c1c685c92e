package app.parley.cli.client;

import app.parley.cli.conversation.Standing;
import app.parley.cli.conversation.Told;
import java.util.List;

/** The last messages of a conversation as they are now, in order, and how far the other side is. */
public record History(List<Told.New> messages, Standing standing) {

    static final History NONE = new History(List.of(), new Standing(0, 0));
}

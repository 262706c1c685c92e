package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Gone;
import app.parley.offlinestore.conversation.Message;
import java.util.List;
import java.util.Set;

/**
 * What the message log does not know yet: some messages are deleted, and some people are to leave no trace.
 *
 * @param deleted those that are, visibly
 * @param gone those who are
 */
record LogOverlay(Set<Long> deleted, List<Gone> gone) {

    static LogOverlay of(Conversation conversation) {
        return new LogOverlay(conversation.tail().deleted(), conversation.gone());
    }

    /** What is left of a message. */
    Message left(Message message) {
        Message left = message.without(deleted);
        for (Gone user : gone) {
            left = user.left(left);
        }
        return left;
    }
}

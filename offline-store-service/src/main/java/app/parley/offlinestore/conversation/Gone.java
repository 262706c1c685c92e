package app.parley.offlinestore.conversation;

import java.util.UUID;

/**
 * Somebody who is to leave no trace in a conversation, as long as the message log still has some.
 *
 * @param erase whether what they said goes, too; otherwise only their name
 * @param upTo the last message at the time
 */
public record Gone(UUID user, boolean erase, long upTo) {

    /** What stands in the place of everybody who is gone, and of their devices. */
    public static final UUID NOBODY = new UUID(0, 0);

    /** What is left of a message. */
    public Message left(Message message) {
        boolean own = message.sender().equals(user);
        Message said = own && erase ? message.erased() : message;
        String content = said.content().replace(user.toString(), NOBODY.toString());
        return own || !content.equals(message.content()) ? said.by(own ? NOBODY : message.sender(), content) : message;
    }
}

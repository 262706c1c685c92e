package app.parley.chat.conversation;

import java.util.UUID;

/** Whom a message is for. */
public sealed interface Target {

    /** The direct conversation with this user. */
    record OfUser(UUID user) implements Target {}

    /** A conversation that the sender is in. */
    record OfConversation(UUID conversation) implements Target {}
}

package app.parley.chat.export;

import app.parley.chat.export.Logins.Login;
import app.parley.chat.inbox.OwnConversation;
import app.parley.chat.routing.Message;

/** Something that is kept of somebody. */
public sealed interface Exported {

    /** What profile-service says, a JSON object. */
    record OfProfile(String json) implements Exported {}

    record OfLogin(Login login) implements Exported {}

    /** A conversation, whose messages follow. */
    record OfConversation(OwnConversation conversation) implements Exported {}

    record OfMessage(Message message) implements Exported {}

    /** That was all: an export that does not end so is not complete. */
    record End() implements Exported {}
}

package app.parley.cli.client;

import app.parley.cli.conversation.Outgoing;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.ServerFrame;

/** Why a message was refused, in words for whoever wrote it. */
final class RefusalWords {

    static final String UNKNOWN_CONVERSATION = "unknown_conversation";

    private RefusalWords() {}

    static String of(ServerFrame.Refusal refusal, Outgoing outgoing) {
        return switch (refusal.code()) {
            case "not_an_admin" ->
                outgoing.said() instanceof Content.Delete
                        ? "only admins may take away what others wrote"
                        : "only admins may write to this group";
            case "not_your_message" -> "that message is not yours";
            case "too_late" -> "it is too late for that: the message was sent too long ago";
            case "unknown_message" -> "there is no such message here, or not any more";
            case "blocked" -> "you have blocked them: take that back before you write";
            case "not_a_member" -> "somebody who is mentioned is not in this conversation";
            case UNKNOWN_CONVERSATION -> outgoing.group() ? "you are not in this group" : refusal.reason();
            default -> refusal.reason();
        };
    }
}

package app.parley.cli.client;

import app.parley.cli.conversation.Outgoing;
import app.parley.cli.frame.ServerFrame;

/** Why a message was refused, in words for whoever wrote it. */
final class RefusalWords {

    static final String UNKNOWN_CONVERSATION = "unknown_conversation";

    private RefusalWords() {}

    static String of(ServerFrame.Refusal refusal, Outgoing outgoing) {
        return switch (refusal.code()) {
            case "not_an_admin" -> "only admins may write to this group";
            case UNKNOWN_CONVERSATION -> outgoing.group() ? "you are not in this group" : refusal.reason();
            default -> refusal.reason();
        };
    }
}

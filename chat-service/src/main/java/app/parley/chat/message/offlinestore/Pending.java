package app.parley.chat.message.offlinestore;

import app.parley.chat.message.Refusal;
import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.Outcome;

/** A command that waits for its outcome. */
sealed interface Pending permits PendingAppend, PendingProgress {

    Command command();

    void answered(Outcome outcome);

    void refused(Refusal refusal);

    static Refusal refusal(Outcome.Refused refused) {
        return switch (refused.reason()) {
            case SEQ_OUT_OF_RANGE -> Refusal.SEQ_OUT_OF_RANGE;
            case NOT_A_MEMBER -> Refusal.UNKNOWN_CONVERSATION;
            case NO_SUCH_MESSAGE -> Refusal.UNKNOWN_MESSAGE;
            case NOT_OWN -> Refusal.NOT_YOUR_MESSAGE;
            case TOO_LATE -> Refusal.TOO_LATE;
            case UNAVAILABLE -> Refusal.UNAVAILABLE;
        };
    }
}

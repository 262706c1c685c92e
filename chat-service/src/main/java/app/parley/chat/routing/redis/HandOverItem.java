package app.parley.chat.routing.redis;

import app.parley.chat.routing.Message;
import app.parley.chat.routing.Nudge;
import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.Signal;
import app.parley.chat.routing.TypingNotice;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One signal or nudge for devices of another node, as JSON: exactly one of the five. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandOverItem(
        @Nullable Message message,
        @Nullable Receipt receipt,
        @Nullable TypingNotice typing,
        @Nullable PersonalChange personal,
        @Nullable Nudge nudge,
        List<UUID> devices) {

    static HandOverItem of(Signal signal, List<UUID> devices) {
        return switch (signal) {
            case Message message -> new HandOverItem(message, null, null, null, null, devices);
            case Receipt receipt -> new HandOverItem(null, receipt, null, null, null, devices);
            case TypingNotice typing -> new HandOverItem(null, null, typing, null, null, devices);
            case PersonalChange change -> new HandOverItem(null, null, null, change, null, devices);
        };
    }

    static HandOverItem of(Nudge nudge, List<UUID> devices) {
        return new HandOverItem(null, null, null, null, nudge, devices);
    }

    Signal signal() {
        if (message != null) {
            return message;
        }
        if (receipt != null) {
            return receipt;
        }
        return typing != null ? typing : Objects.requireNonNull(personal, "a hand-over without a signal");
    }
}

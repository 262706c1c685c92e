package app.parley.cli.conversation;

import org.jspecify.annotations.Nullable;

/** What an entry of a log brings. */
public sealed interface Told {

    LogEntry entry();

    /**
     * Something of its own.
     *
     * @param answered the message that it answers, or null if it answers none that this device has
     */
    record New(Message message, @Nullable Message answered) implements Told {

        @Override
        public LogEntry entry() {
            return message.entry();
        }
    }

    /** Another message is to be shown differently from now on. */
    record Changed(LogEntry entry, Message message) implements Told {}

    /** Nothing: it is about a message that this device does not have, or that is not to be changed so. */
    record PassedOver(LogEntry entry) implements Told {}
}

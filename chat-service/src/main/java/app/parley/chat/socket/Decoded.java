package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/** What a client said, or what is wrong with it. */
sealed interface Decoded {

    record Frame(ClientFrame frame) implements Decoded {}

    /**
     * Something that is no frame.
     *
     * @param ref the frame's id, or its type; null if neither could be read
     */
    record Fault(ErrorCode code, String reason, @Nullable String ref) implements Decoded {}
}

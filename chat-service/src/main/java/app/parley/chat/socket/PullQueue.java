package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The pulls of one connection that are without an answer. Together those that are being read bring no more messages
 * than one may, so that eight cost no more memory than one. Used by the connection's thread.
 */
final class PullQueue {

    private final ArrayDeque<ClientFrame.Pull> waiting = new ArrayDeque<>(1);
    private int underWay;
    private int messagesUnderWay;

    /** Takes one more, if there are fewer than so many. */
    boolean add(ClientFrame.Pull pull, int most) {
        if (waiting.size() + underWay >= most) {
            return false;
        }
        waiting.add(pull);
        return true;
    }

    /** The next that may be read; null if none may. */
    ClientFrame.@Nullable Pull begin() {
        ClientFrame.Pull next = waiting.peek();
        if (next == null || messagesUnderWay + next.limit() > FrameRules.MOST_PULLED) {
            return null;
        }
        underWay++;
        messagesUnderWay += next.limit();
        return waiting.remove();
    }

    void end(ClientFrame.Pull pull) {
        underWay--;
        messagesUnderWay -= pull.limit();
    }
}

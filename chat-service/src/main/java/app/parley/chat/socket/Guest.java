package app.parley.chat.socket;

import app.parley.chat.message.Outgoing;
import app.parley.chat.routing.Device;
import app.parley.chat.session.Session;

/** A connection whose device is known, and what it is about. */
final class Guest {

    private final Connection connection;
    private final Session session;
    private final Outgoing outgoing;
    private final PullQueue pulls = new PullQueue();
    private final BroadcastQueue broadcasts = new BroadcastQueue();

    Guest(Connection connection, Session session, Outgoing outgoing) {
        this.connection = connection;
        this.session = session;
        this.outgoing = outgoing;
    }

    Connection connection() {
        return connection;
    }

    Device device() {
        return session.device();
    }

    Session session() {
        return session;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** The pulls without an answer. */
    PullQueue pulls() {
        return pulls;
    }

    /** The sends to broadcast lists without an answer. */
    BroadcastQueue broadcasts() {
        return broadcasts;
    }
}

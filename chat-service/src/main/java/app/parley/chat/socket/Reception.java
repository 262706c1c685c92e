package app.parley.chat.socket;

import app.parley.chat.message.Sending;
import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.routing.Device;
import app.parley.chat.session.Session;
import app.parley.chat.session.Sessions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Receives clients: from the token to the session, and back out. */
@Component
class Reception {

    private final Entrance entrance;
    private final Sessions sessions;
    private final Sending sending;
    private final Dispatcher dispatcher;
    private final SocketSettings settings;
    private final ServerFrame.Limits limits;

    Reception(
            Entrance entrance,
            Sessions sessions,
            Sending sending,
            Dispatcher dispatcher,
            SocketSettings settings,
            ServerFrame.Limits limits) {
        this.entrance = entrance;
        this.sessions = sessions;
        this.sending = sending;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.limits = limits;
    }

    SocketSettings settings() {
        return settings;
    }

    FrameBudget budget() {
        return new FrameBudget(settings.framesPerSecond(), settings.frameBurst(), System.nanoTime());
    }

    Mono<Entrance.Verdict> admit(ClientFrame.Auth auth) {
        return entrance.admit(auth.token());
    }

    Mono<Entrance.Verdict> admit(Device device) {
        return entrance.admit(device);
    }

    /** Makes a connection a guest, and sends what waits for it. */
    Guest welcome(Device device, Connection connection) {
        connection.say(new ServerFrame.Welcome(
                device.user(), device.device(), (int) settings.heartbeat().toSeconds(), limits));
        Session session = sessions.open(device, connection);
        session.sync();
        return new Guest(connection, session, sending.open());
    }

    void dispatch(ClientFrame frame, Guest guest) {
        dispatcher.dispatch(frame, guest);
    }

    void drained(Guest guest) {
        dispatcher.drained(guest);
    }

    void leave(Guest guest) {
        dispatcher.leave(guest);
        if (sessions.close(guest.session())) {
            gone(guest.device());
        }
    }

    /** A device went before it was a guest. */
    void gone(Device device) {
        if (!sessions.holds(device.device())) {
            entrance.gone(device);
        }
    }
}

package app.parley.chat.socket;

import app.parley.chat.broadcast.Broadcast;
import app.parley.chat.broadcast.BroadcastOutcome;
import app.parley.chat.broadcast.Broadcasting;
import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers sends to broadcast lists, each once, however many recipients the list has. */
@Component
class Broadcasts {

    private final Broadcasting broadcasting;
    private final SocketSettings settings;

    Broadcasts(Broadcasting broadcasting, SocketSettings settings) {
        this.broadcasting = broadcasting;
        this.settings = settings;
    }

    /** By the connection's thread. */
    void send(ClientFrame.Send send, UUID list, Guest guest) {
        Broadcast broadcast = new Broadcast(
                guest.device(),
                send.id(),
                list,
                send.content().json(),
                send.content().textCharacters());
        Mono<ServerFrame> answer = broadcasting.send(broadcast).map(outcome -> answer(send.id(), outcome));
        if (!guest.broadcasts().add(answer, settings.broadcasts())) {
            guest.connection()
                    .say(ErrorFrames.of(
                            ErrorCode.RATE_LIMITED,
                            "more than " + settings.broadcasts() + " sends to broadcast lists are unanswered",
                            send.id().toString()));
            return;
        }
        proceed(guest);
    }

    private void proceed(Guest guest) {
        Mono<ServerFrame> next = guest.broadcasts().begin();
        if (next == null) {
            return;
        }
        Connection connection = guest.connection();
        next.subscribe(answer -> connection.execute(() -> {
            guest.broadcasts().end();
            connection.say(answer);
            proceed(guest);
        }));
    }

    private static ServerFrame answer(UUID id, BroadcastOutcome outcome) {
        return switch (outcome) {
            case BroadcastOutcome.Sent sent -> broadcasted(id, sent);
            case BroadcastOutcome.UnknownList _ ->
                ErrorFrames.of(
                        ErrorCode.UNKNOWN_BROADCAST,
                        "there is no such broadcast list, or it is not yours",
                        id.toString());
            case BroadcastOutcome.Refused refused -> ErrorFrames.of(refused.refusal(), id.toString());
        };
    }

    private static ServerFrame.Broadcasted broadcasted(UUID id, BroadcastOutcome.Sent sent) {
        return new ServerFrame.Broadcasted(
                id,
                sent.places().stream()
                        .map(its -> new ServerFrame.Place(its.recipient(), its.conversation(), its.seq(), its.at()))
                        .toList(),
                sent.skipped().stream()
                        .map(its -> new ServerFrame.Skipped(
                                its.recipient(),
                                ErrorFrames.of(its.refusal(), id.toString()).code()))
                        .toList());
    }
}

package app.parley.chat.socket;

import app.parley.chat.conversation.Target;
import app.parley.chat.message.Draft;
import app.parley.chat.message.Kind;
import app.parley.chat.message.MessageLog.Progress;
import app.parley.chat.message.Refusal;
import app.parley.chat.message.SendOutcome;
import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.Content;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.receipt.Receipts;
import app.parley.chat.routing.TypingNotice;
import app.parley.chat.typing.Typists;
import app.parley.chat.watching.WatchSettings;
import app.parley.chat.watching.Watching;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings each frame of a guest to what carries it out, and the answer back. */
@Component
class Dispatcher {

    private final Receipts receipts;
    private final Typists typists;
    private final Watching watching;
    private final WatchSettings watchSettings;
    private final Pulls pulls;
    private final Broadcasts broadcasts;

    Dispatcher(
            Receipts receipts,
            Typists typists,
            Watching watching,
            WatchSettings watchSettings,
            Pulls pulls,
            Broadcasts broadcasts) {
        this.receipts = receipts;
        this.typists = typists;
        this.watching = watching;
        this.watchSettings = watchSettings;
        this.pulls = pulls;
        this.broadcasts = broadcasts;
    }

    void dispatch(ClientFrame frame, Guest guest) {
        switch (frame) {
            case ClientFrame.Auth _ ->
                guest.connection()
                        .say(ErrorFrames.of(ErrorCode.UNEXPECTED_AUTH, "this connection is authenticated", "auth"));
            case ClientFrame.Send send
            when send.to().broadcast() != null ->
                broadcasts.send(send, Objects.requireNonNull(send.to().broadcast()), guest);
            case ClientFrame.Send send -> send(send, guest);
            case ClientFrame.Ack ack -> progress(ack.conversation(), ack.seq(), false, guest);
            case ClientFrame.Read read -> progress(read.conversation(), read.seq(), true, guest);
            case ClientFrame.Pull pull -> pulls.answer(pull, guest);
            case ClientFrame.Typing typing -> typing(typing, guest);
            case ClientFrame.Watch watch -> watch(watch, guest);
            case ClientFrame.Ping _ -> guest.connection().say(new ServerFrame.Pong());
        }
    }

    /** There is room again for what the guest asked for. */
    void drained(Guest guest) {
        guest.session().drained();
        pulls.proceed(guest);
    }

    /** The guest is gone. */
    void leave(Guest guest) {
        watching.leave(guest.device().user(), guest.connection());
    }

    private static void send(ClientFrame.Send send, Guest guest) {
        Draft draft = new Draft(
                guest.device(),
                send.id(),
                target(send.to()),
                send.content().json(),
                send.content().textCharacters(),
                kind(send.content().kind()),
                send.content().about(),
                send.content().mentions(),
                send.content().timer());
        guest.outgoing().send(draft, outcome -> guest.connection().say(answer(outcome)));
    }

    private static Kind kind(Content.Kind kind) {
        return switch (kind) {
            case MESSAGE -> Kind.MESSAGE;
            case NOTICE -> Kind.NOTICE;
            case REMARK -> Kind.REMARK;
            case EDIT -> Kind.EDIT;
            case DELETION -> Kind.DELETION;
        };
    }

    private static Target target(ClientFrame.Target to) {
        UUID user = to.user();
        return user != null
                ? new Target.OfUser(user)
                : new Target.OfConversation(Objects.requireNonNull(to.conversation()));
    }

    private static ServerFrame answer(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(UUID id, UUID conversation, long seq, var at) ->
                new ServerFrame.Accepted(id, conversation, seq, at);
            case SendOutcome.Refused(UUID id, Refusal refusal) -> ErrorFrames.of(refusal, id.toString());
        };
    }

    private void progress(UUID conversation, long seq, boolean read, Guest guest) {
        boolean sure = seq >= 1 && guest.session().acknowledge(conversation, seq);
        receipts.record(
                new Progress(conversation, guest.device(), seq, read, sure),
                () -> guest.session().confirm(conversation, seq),
                refusal -> guest.connection().say(ErrorFrames.of(refusal, read ? "read" : "ack")));
    }

    private void typing(ClientFrame.Typing typing, Guest guest) {
        typists.tell(
                guest.device(),
                typing.conversation(),
                switch (typing.state()) {
                    case STARTED -> TypingNotice.State.STARTED;
                    case RECORDING -> TypingNotice.State.RECORDING;
                    case STOPPED -> TypingNotice.State.STOPPED;
                },
                refusal -> guest.connection().say(ErrorFrames.of(refusal, "typing")));
    }

    private void watch(ClientFrame.Watch watch, Guest guest) {
        Set<UUID> users = new LinkedHashSet<>(watch.users());
        Connection connection = guest.connection();
        if (users.size() > watchSettings.users()) {
            connection.say(ErrorFrames.of(
                    ErrorCode.INVALID_FIELD,
                    "users must be at most " + watchSettings.users() + ", not " + users.size(),
                    "watch"));
            return;
        }
        watching.watch(
                guest.device().user(),
                connection,
                users,
                () -> connection.say(ErrorFrames.of(Refusal.UNAVAILABLE, "watch")));
    }
}

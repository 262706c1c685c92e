package app.parley.cli.message;

import app.parley.cli.client.ParleyClient;
import app.parley.cli.conversation.Message;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.Marks;
import app.parley.cli.group.Misunderstanding;
import app.parley.cli.group.Partner;
import app.parley.cli.group.Partners;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Person;
import app.parley.cli.session.Unreachable;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a user wants to say into what is sent. What the server checks is left to it. */
public final class MessageDesk {

    private final Partners partners;
    private final ParleyClient client;
    private final Mentions mentions;

    public MessageDesk(Partners partners, ParleyClient client) {
        this.partners = partners;
        this.client = client;
        this.mentions = new Mentions(partners);
    }

    /** What is to become of it. */
    public sealed interface Answer {

        record Send(Recipient to, JsonNode content) implements Answer {}

        /** It cannot be said, for this reason. */
        record Refused(String reason) implements Answer {}
    }

    /** A text. */
    public JsonNode text(String text, Partner to) {
        return mentioning(text, to).written();
    }

    private Content.Text mentioning(String text, Partner to) {
        return new Content.Text(text, mentions.in(text, to));
    }

    /** @param current whom the user talks to, or null */
    public Answer carryOut(MessageCommand command, @Nullable Partner current) {
        if (current == null) {
            return new Answer.Refused("To whom? /to HANDLE says it, or /open GROUP.");
        }
        try {
            if (command instanceof MessageCommand.Forward forward) {
                return forward(forward, current);
            }
            return new Answer.Send(current.recipient(), content(command, current));
        } catch (ApiProblem | Unreachable | Misunderstanding | NothingToSay e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
    }

    private JsonNode content(MessageCommand command, Partner current) {
        return switch (command) {
            case MessageCommand.Reply reply -> Marks.answering(reply.to()).around(mentioning(reply.text(), current));
            case MessageCommand.React react ->
                new Content.Reaction(place(react.of(), current, this::isOthers), react.emoji()).written();
            case MessageCommand.Unreact unreact ->
                new Content.Reaction(place(unreact.of(), current, this::hasMyReaction), "").written();
            case MessageCommand.Edit edit -> edit(edit, current);
            case MessageCommand.Delete delete -> new Content.Delete(delete.of()).written();
            case MessageCommand.Poll poll -> new Content.Poll(poll.question(), poll.options()).written();
            case MessageCommand.Vote vote ->
                new Content.Vote(
                                vote.of(),
                                vote.options().stream()
                                        .map(number -> number - 1)
                                        .toList())
                        .written();
            case MessageCommand.Pin pin -> new Content.Pin(pin.of(), pin.pinned()).written();
            case MessageCommand.Location location ->
                new Content.Location(location.latitude(), location.longitude()).written();
            case MessageCommand.Contact contact -> contact(contact.handle());
            case MessageCommand.Forward _ -> throw new IllegalArgumentException("goes to somebody else");
        };
    }

    private JsonNode edit(MessageCommand.Edit edit, Partner current) {
        boolean waiting = client.remembered().join().unsent().stream()
                .anyMatch(outgoing -> outgoing.recipient().equals(current.recipient())
                        && !(outgoing.said() instanceof Content.About));
        if (edit.of() == null && waiting) {
            throw new NothingToSay("Your last message is not sent yet.");
        }
        long of = place(edit.of(), current, this::isMine);
        return new Content.Edit(of, mentioning(edit.text(), current)).written();
    }

    private JsonNode contact(String handle) {
        Person person = partners.people()
                .named(handle)
                .orElseThrow(() -> new NothingToSay("There is nobody called \"" + handle + "\" here."));
        return new Content.Contact(person.displayName(), person.id(), null).written();
    }

    private long place(@Nullable Long said, Partner current, Predicate<Message> otherwise) {
        if (said != null) {
            return said;
        }
        return client.ask(current.recipient(), messages -> messages.last(otherwise))
                .join()
                .map(Message::seq)
                .orElseThrow(() -> new NothingToSay("There is no such message yet. Say its number."));
    }

    private boolean isMine(Message message) {
        return message.isWritten() && message.from().equals(self());
    }

    private boolean isOthers(Message message) {
        return message.isWritten() && !message.from().equals(self());
    }

    private boolean hasMyReaction(Message message) {
        return message.reactions().containsKey(self());
    }

    private UUID self() {
        return partners.self();
    }

    private Answer forward(MessageCommand.Forward command, Partner current) {
        Message message = client.ask(current.recipient(), messages -> messages.at(command.of()))
                .join()
                .filter(Message::isWritten)
                .orElseThrow(() -> new NothingToSay("There is no message #" + command.of() + " here to pass on."));
        if (message.marks().viewOnce()) {
            return new Answer.Refused("#" + command.of() + " was to be seen once, and is not passed on.");
        }
        return new Answer.Send(target(command.to()).recipient(), forwarded(message));
    }

    /** Also what this version cannot show is passed on as it is. */
    private static JsonNode forwarded(Message message) {
        JsonNode content =
                message.edited() ? message.content().written() : message.entry().content();
        if (!(content instanceof ObjectNode original)) {
            throw new NothingToSay("#" + message.seq() + " says nothing that could be passed on.");
        }
        ObjectNode copy = original.deepCopy();
        copy.remove("replyTo");
        copy.remove("mentions");
        return copy.put("forwarded", true);
    }

    private Partner target(String name) {
        String handle = name.startsWith("@") ? name.substring(1) : name;
        Optional<Person> person =
                handle.contains(" ") ? Optional.empty() : partners.people().named(handle);
        return person.isPresent() ? partners.withHandle(handle) : partners.groupCalled(name);
    }

    /** Why something cannot be said. */
    private static final class NothingToSay extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NothingToSay(String reason) {
            super(reason);
        }
    }
}

package app.parley.chat.message;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Target;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Receipt;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads conversations back, for their members only. */
@Component
public class History {

    private final Audiences audiences;
    private final MessageLog log;

    History(Audiences audiences, MessageLog log) {
        this.audiences = audiences;
        this.log = log;
    }

    /** Messages of a conversation, ascending; none if the limit is 0. */
    public Mono<List<Message>> messages(Device reader, UUID conversation, Page page) {
        Mono<List<Message>> read =
                page.limit() == 0 ? Mono.just(List.of()) : log.messages(conversation, reader.user(), page);
        return member(reader, conversation).then(read);
    }

    /** Where those stand who may see this message, the reader among them; empty if they may not, or there is no such message. */
    public Mono<List<Receipt>> receipts(Device reader, UUID conversation, long seq) {
        return member(reader, conversation)
                .then(log.receipts(conversation, reader.user(), seq))
                .filter(found -> !found.isEmpty());
    }

    /** Where a conversation stands. */
    public Mono<Standing> standing(Device reader, UUID conversation) {
        return member(reader, conversation).then(log.standing(conversation, reader));
    }

    private Mono<?> member(Device reader, UUID conversation) {
        return Mono.fromFuture(
                () -> audiences.conversation(reader.user(), new Target.OfConversation(conversation)), true);
    }
}

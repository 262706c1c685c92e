package app.parley.chat.receipt;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Target;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Receipt;
import app.parley.chat.sight.Sight;
import app.parley.chat.sight.Sights;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What people see of each other's receipts: in a group all of them, and where two talk, what they let each other see. Where
 * nobody knows what that is, it is nothing.
 */
@Component
public class SeenReceipts {

    private final Audiences audiences;
    private final Sights sights;

    SeenReceipts(Audiences audiences, Sights sights) {
        this.audiences = audiences;
        this.sights = sights;
    }

    /** These receipts of others in a conversation, as a member sees them. */
    public Mono<List<Receipt>> of(Device viewer, UUID conversation, List<Receipt> receipts) {
        return Mono.fromFuture(
                        () -> audiences.conversation(viewer.user(), new Target.OfConversation(conversation)), true)
                .flatMap(known -> known.isGroup()
                        ? Mono.just(receipts)
                        : Mono.fromFuture(() -> sight(known, viewer.user()), true)
                                .map(sight -> receipts.stream()
                                        .filter(receipt -> !viewer.user().equals(receipt.user()))
                                        .map(receipt -> seen(receipt, sight))
                                        .toList()));
    }

    /** What one of two may see of the other. */
    CompletableFuture<Sight> sight(Conversation ofTwo, UUID viewer) {
        UUID other = ofTwo.members().stream()
                .filter(member -> !member.equals(viewer))
                .findAny()
                .orElse(viewer);
        return sights.of(viewer, other).exceptionally(_ -> Sight.NOTHING);
    }

    private static Receipt seen(Receipt receipt, Sight sight) {
        return new Receipt(
                receipt.conversation(),
                receipt.user(),
                sight.contact() ? receipt.delivered() : 0,
                sight.readReceipts() ? receipt.read() : 0);
    }
}

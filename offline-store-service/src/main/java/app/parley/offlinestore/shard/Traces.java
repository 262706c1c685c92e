package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Gone;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.SendKey;
import app.parley.offlinestore.lease.Stamps;
import app.parley.offlinestore.shard.Settlement.SettlementContext;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Clears the stores of somebody who is to leave no trace in a conversation. It may be repeated: the state of the conversation
 * knows of them until it is done.
 */
final class Traces {

    private final Stores stores;
    private final SettlementContext context;

    Traces(Stores stores, SettlementContext context) {
        this.stores = stores;
        this.context = context;
    }

    /** Clears a conversation of those who are gone, as far as the journal has nothing of theirs. */
    Mono<Void> erase(Conversation conversation, Stamps stamps) {
        return Flux.defer(() -> Flux.fromIterable(conversation.erasable()))
                .concatMap(gone -> erase(gone, conversation, stamps))
                .then();
    }

    private Mono<Void> erase(Gone gone, Conversation conversation, Stamps stamps) {
        long first = conversation.tail().wiped() + 1;
        long last = conversation.tail().settled();
        long stamp = stamps.next();
        Flux<Message> rewritten =
                first > last ? Flux.empty() : stores.log().rewrite(conversation.id(), first, last, gone::left, stamp);
        return rewritten
                .filter(message -> message.sender().equals(gone.user()))
                .map(message -> new SendKey(message.sender(), message.id()))
                .collectList()
                .flatMap(keys -> stores.sends().forget(conversation.id(), gone.user(), keys, lately()))
                .then(stores.waiting().remove(gone.user(), conversation.id(), stamp))
                .then(stores.states().forgetLast(conversation.id(), stamp))
                .publishOn(context.thread())
                .then(Mono.fromRunnable(() -> conversation.tracesErased(gone.user())));
    }

    /** What is older is indexed for messages only that are kept. */
    private Duration lately() {
        return context.settings().wipeAfter();
    }
}

package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Standing;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What others ask of the conversation logs, put to the shards that have the answer. */
@Service
public class ConversationLogs {

    private final OwnedShards shards;
    private final Ownership ownership;
    private final MessageLog log;
    private final ShardPlacement placement;

    ConversationLogs(OwnedShards shards, Ownership ownership, MessageLog log, ShardPlacement placement) {
        this.shards = shards;
        this.ownership = ownership;
        this.log = log;
        this.placement = placement;
    }

    /** How many shards the deployment has. */
    public int shardCount() {
        return shards.count();
    }

    /** Where each shard is served, as far as it is. */
    public Mono<Map<Integer, URI>> addresses() {
        return ownership.addresses();
    }

    public Mono<List<Outcome>> apply(int shard, List<Command> commands) {
        return Mono.defer(() -> shards.shard(shard).apply(commands));
    }

    public Mono<Standing> state(UUID conversation, UUID user, UUID device) {
        return Mono.defer(() -> owner(conversation).state(conversation, user, device));
    }

    /** Has somebody leave no trace in a conversation, which goes on after this has been answered. */
    public Mono<Void> forgetUser(UUID conversation, UUID user, boolean erase) {
        return Mono.defer(() -> owner(conversation).forgetUser(conversation, user, erase));
    }

    /** Where those stand who may see this message; nobody if this user may not. */
    public Mono<List<MemberStanding>> receipts(UUID conversation, UUID user, long seq) {
        return Mono.defer(() -> owner(conversation).receipts(conversation, user, seq));
    }

    /** Of what this user may see, the messages that follow {@code after}, or precede {@code before}, or the newest; ascending. */
    public Mono<List<Message>> messages(
            UUID conversation, UUID user, @Nullable Long after, @Nullable Long before, int limit) {
        return Mono.defer(() -> after == null
                ? read(conversation, its -> LogView.before(its, user, before, limit), limit)
                        .map(List::reversed)
                : read(conversation, its -> LogView.after(its, user, after, limit), limit));
    }

    private Mono<List<Message>> read(UUID conversation, Function<Conversation, List<LogView>> look, int limit) {
        return owner(conversation)
                .view(conversation, look)
                .flatMap(views -> Flux.fromIterable(views)
                        .concatMap(view -> view.read(log), 1)
                        .flatMapIterable(found -> found)
                        .take(limit)
                        .collectList());
    }

    private OpenShard owner(UUID conversation) {
        return shards.shard(placement.shardOf(conversation, shards.count()));
    }
}

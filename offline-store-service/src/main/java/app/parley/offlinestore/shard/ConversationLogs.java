package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Standing;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
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

    /** The messages that follow {@code after}, or precede {@code before}, or the newest; ascending. */
    public Mono<List<Message>> messages(UUID conversation, @Nullable Long after, @Nullable Long before, int limit) {
        return Mono.defer(() -> owner(conversation)
                .view(
                        conversation,
                        its -> Optional.ofNullable(after)
                                .map(seq -> LogView.after(its, seq, limit))
                                .orElseGet(() -> LogView.before(its, before, limit)))
                .flatMap(view -> view.read(log)));
    }

    private OpenShard owner(UUID conversation) {
        return shards.shard(placement.shardOf(conversation, shards.count()));
    }
}

package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a list of conversations shows of each, to one of its members. */
@Service
public class ConversationList {

    /** How far back a message is looked for in place of a last one that is not for this member. */
    private static final int LOOK_BACK = 50;

    private final OwnedShards shards;
    private final ShardPlacement placement;
    private final ConversationLogs logs;

    ConversationList(OwnedShards shards, ShardPlacement placement, ConversationLogs logs) {
        this.shards = shards;
        this.placement = placement;
        this.logs = logs;
    }

    /** Of these conversations, which are all served here, those in which the user is or was, in any order. */
    public Mono<List<Overview>> of(UUID user, List<Wanted> wanted) {
        Map<UUID, Wanted> byId = wanted.stream().collect(Collectors.toMap(Wanted::conversation, Function.identity()));
        return Flux.defer(() -> Flux.fromIterable(byId.keySet().stream()
                                .collect(Collectors.groupingBy(id -> placement.shardOf(id, shards.count())))
                                .entrySet())
                        .flatMap(shard -> shards.shard(shard.getKey()).overviews(user, shard.getValue())))
                .flatMapIterable(found -> found)
                .flatMap(found -> asWanted(found, user, Objects.requireNonNull(byId.get(found.conversation()))))
                .collectList();
    }

    private Mono<Overview> asWanted(Overview found, UUID user, Wanted wanted) {
        Message last = found.last();
        boolean shown = last == null ? !found.toLookUp() : wanted.shows(last);
        return shown
                ? Mono.just(found)
                : logs.messages(found.conversation(), user, null, null, LOOK_BACK)
                        .map(messages -> found.with(messages.reversed(), wanted::shows));
    }

    /**
     * A conversation of somebody's list.
     *
     * @param after the messages up to this one are not shown to them
     * @param without nor are these
     */
    public record Wanted(UUID conversation, long after, List<Long> without) {

        boolean shows(Message message) {
            boolean itself = message.kind() == Kind.MESSAGE || message.kind() == Kind.NOTICE;
            return itself
                    && !message.isExpired(Instant.now())
                    && message.seq() > after
                    && !without.contains(message.seq());
        }
    }
}

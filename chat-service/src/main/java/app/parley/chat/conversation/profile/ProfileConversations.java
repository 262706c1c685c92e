package app.parley.chat.conversation.profile;

import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Conversations;
import app.parley.chat.conversation.NoConversationException;
import app.parley.chat.conversation.NoConversationException.Reason;
import app.parley.profile.api.Pair;
import app.parley.profile.api.ProfileApi;
import app.parley.service.client.BatchedCalls;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Conversations of profile-service, remembered for a while, and for as long as it does not answer. */
@Component
class ProfileConversations implements Conversations {

    /** As many as profile-service takes. */
    private static final int AT_ONCE = 500;

    private final AsyncLoadingCache<UUID, Conversation> byId;
    private final AsyncLoadingCache<Pair, UUID> byPair;

    ProfileConversations(ProfileApi profiles, ConversationSettings settings) {
        BatchedCalls<UUID, app.parley.profile.api.Conversation> ids =
                new BatchedCalls<>(profiles::conversations, AT_ONCE, settings.collect());
        BatchedCalls<Pair, app.parley.profile.api.Conversation> pairs =
                new BatchedCalls<>(profiles::direct, AT_ONCE, settings.collect());
        this.byId = memory(settings)
                .refreshAfterWrite(settings.refreshAfter())
                .buildAsync((id, _) -> load(ids.ask(id), Reason.UNKNOWN_CONVERSATION));
        this.byPair = memory(settings)
                .buildAsync(
                        (pair, _) -> load(pairs.ask(pair), Reason.UNKNOWN_USER).thenApply(this::remember));
    }

    private static Caffeine<Object, Object> memory(ConversationSettings settings) {
        return Caffeine.newBuilder().maximumSize(settings.remembered()).expireAfterAccess(settings.forgetAfter());
    }

    @Override
    public CompletableFuture<Conversation> direct(UUID first, UUID second) {
        return byPair.get(first.compareTo(second) < 0 ? new Pair(first, second) : new Pair(second, first))
                .thenCompose(this::byId);
    }

    /** A pair's conversation is always the same one, but what holds for it changes: that is remembered once, by id. */
    private UUID remember(Conversation direct) {
        byId.put(direct.id(), CompletableFuture.completedFuture(direct));
        return direct.id();
    }

    @Override
    public CompletableFuture<Conversation> byId(UUID conversation) {
        return byId.get(conversation);
    }

    /** @param ifNone why there is none, if there is none */
    private static CompletableFuture<Conversation> load(
            Mono<app.parley.profile.api.Conversation> asked, Reason ifNone) {
        CompletableFuture<Conversation> loaded = new CompletableFuture<>();
        asked.map(ProfileConversations::conversation)
                .switchIfEmpty(Mono.error(() -> new NoConversationException(ifNone)))
                .subscribe(loaded::complete, loaded::completeExceptionally);
        return loaded;
    }

    private static Conversation conversation(app.parley.profile.api.Conversation found) {
        return new Conversation(found.id(), found.members(), retention(found.retention()));
    }

    private static Conversation.@Nullable Retention retention(app.parley.profile.api.@Nullable Retention retention) {
        return switch (retention) {
            case WIPE -> Conversation.Retention.WIPE;
            case ARCHIVE -> Conversation.Retention.ARCHIVE;
            case null -> null;
        };
    }
}

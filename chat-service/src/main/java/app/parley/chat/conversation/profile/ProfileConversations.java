package app.parley.chat.conversation.profile;

import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Conversations;
import app.parley.chat.conversation.GroupChange;
import app.parley.chat.conversation.NoConversationException;
import app.parley.chat.conversation.NoConversationException.Reason;
import app.parley.chat.routing.GroupsListener;
import app.parley.chat.routing.PeopleListener;
import app.parley.profile.api.Pair;
import app.parley.profile.api.ProfileApi;
import app.parley.service.client.BatchedCalls;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Conversations of profile-service, remembered for a while, and for as long as it does not answer. */
@Component
class ProfileConversations implements Conversations, GroupsListener, PeopleListener {

    /** As many as profile-service takes. */
    private static final int AT_ONCE = 500;

    private static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(1);

    private final ProfileApi profiles;
    private final AsyncLoadingCache<UUID, Conversation> byId;
    private final AsyncLoadingCache<Pair, UUID> byPair;
    private final Cache<UUID, Long> doubts;

    ProfileConversations(ProfileApi profiles, ConversationSettings settings) {
        this.profiles = profiles;
        BatchedCalls<UUID, app.parley.profile.api.Conversation> ids =
                new BatchedCalls<>(profiles::conversations, AT_ONCE, settings.collect());
        BatchedCalls<Pair, app.parley.profile.api.Conversation> pairs =
                new BatchedCalls<>(profiles::direct, AT_ONCE, settings.collect());
        this.byId = memory(settings)
                .refreshAfterWrite(settings.refreshAfter())
                .buildAsync((id, _) -> load(ids.ask(id), Reason.UNKNOWN_CONVERSATION));
        this.doubts = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(BETWEEN_DOUBTS)
                .build();
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

    @Override
    public CompletableFuture<Conversation> after(UUID group, long version) {
        forgetUpTo(version, group);
        return byId(group);
    }

    @Override
    public CompletableFuture<Conversation> doubted(UUID group, long version) {
        if (doubts.asMap().putIfAbsent(group, version) == null) {
            forgetUpTo(version, group);
        }
        return byId(group);
    }

    /** What is being asked for is not forgotten: it may be newer, and if it is not, it is asked for again. */
    private void forgetUpTo(long version, UUID group) {
        CompletableFuture<Conversation> known = byId.getIfPresent(group);
        if (known != null
                && known.isDone()
                && (known.isCompletedExceptionally() || known.join().version() <= version)) {
            byId.asMap().remove(group, known);
        }
    }

    @Override
    public void groupChanged(UUID group, long version) {
        forgetUpTo(version - 1, group);
    }

    /** Two of whom word comes at once may have blocked each other: their conversation is asked for anew. */
    @Override
    public void peopleChanged(Collection<UUID> people) {
        if (people.size() < 2) {
            return;
        }
        Set<UUID> changed = Set.copyOf(people);
        // one that is being asked for may be from before
        byId.asMap().forEach((id, known) -> {
            var _ = known.thenAccept(conversation -> {
                if (!conversation.isGroup() && changed.containsAll(conversation.members())) {
                    byId.asMap().remove(id, known);
                }
            });
        });
    }

    @Override
    public Mono<List<GroupChange>> changes(UUID group, long after) {
        return profiles.changes(group, after)
                .map(found -> found.stream().map(ProfileConversations::change).toList());
    }

    private static GroupChange change(app.parley.profile.api.GroupChange its) {
        return new GroupChange(
                its.version(), its.id(), its.actor(), its.content(), its.joined(), its.left(), its.fromTheStart());
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
        return new Conversation(
                found.id(),
                found.members(),
                retention(found.retention()),
                found.version(),
                Set.copyOf(found.blockers()),
                Set.copyOf(found.admins()),
                found.adminsSend(),
                found.adminsEdit());
    }

    private static Conversation.@Nullable Retention retention(app.parley.profile.api.@Nullable Retention retention) {
        return switch (retention) {
            case WIPE -> Conversation.Retention.WIPE;
            case ARCHIVE -> Conversation.Retention.ARCHIVE;
            case null -> null;
        };
    }
}

package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.ConversationRules;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.WaitingUsers;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.shard.ConversationStates.SavedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The conversations of a shard that are in memory. Another is fetched when it is asked for; who asks meanwhile queues, in
 * order, and nobody else waits. Belongs to the shard's thread.
 */
final class LoadedConversations {

    private final ConversationStates states;
    private final ConversationRules rules;
    private final WaitingUsers waiting;
    private final Scheduler thread;
    private final Map<UUID, Loaded> loaded = new HashMap<>();
    private final Map<UUID, List<Request>> loading = new HashMap<>();

    LoadedConversations(ConversationStates states, ConversationRules rules, WaitingUsers waiting, Scheduler thread) {
        this.states = states;
        this.rules = rules;
        this.waiting = waiting;
        this.thread = thread;
    }

    /** Uses a conversation, at once if it is here; or says that it cannot be had. */
    void with(UUID id, Consumer<Conversation> use, Consumer<Throwable> unavailable) {
        Loaded here = loaded.get(id);
        if (here != null) {
            here.touch();
            use.accept(here.conversation());
            return;
        }
        List<Request> queue = loading.get(id);
        if (queue != null) {
            queue.add(new Request(use, unavailable));
            return;
        }
        loading.put(id, new ArrayList<>(List.of(new Request(use, unavailable))));
        fetch(id)
                .subscribe(state -> fetched(id, state), failure -> finish(id, request -> request.unavailable(failure)));
    }

    /** A conversation as soon as it is here. */
    Mono<Conversation> get(UUID id) {
        return Mono.create(sink -> with(id, sink::success, sink::error));
    }

    private Mono<SavedState> fetch(UUID id) {
        return states.find(id)
                .defaultIfEmpty(new SavedState(Snapshot.empty(id), Place.START))
                .publishOn(thread);
    }

    private void fetched(UUID id, SavedState state) {
        Conversation conversation = add(state);
        finish(id, request -> request.use(conversation));
    }

    private void finish(UUID id, Consumer<Request> answer) {
        List<Request> queue = loading.remove(id);
        if (queue != null) {
            queue.forEach(answer);
        }
    }

    /** Takes a stored state into memory. */
    Conversation add(SavedState state) {
        Conversation conversation = new Conversation(state.snapshot(), rules, waiting);
        Loaded added = new Loaded(conversation);
        added.savedAsRow(conversation.version(), conversation.settled(), -1);
        loaded.put(conversation.id(), added);
        return conversation;
    }

    /** A conversation that is in memory, without using it; null if it is not. */
    @Nullable
    Loaded peek(UUID id) {
        return loaded.get(id);
    }

    int count() {
        return loaded.size();
    }

    long waitingMessages() {
        return loaded.values().stream()
                .mapToLong(here -> here.conversation().waitingCount())
                .sum();
    }

    boolean isCrowded(int limit) {
        return loaded.size() > limit;
    }

    /** Lets those go whose stored state says all: the idle, and the idlest of too many. */
    void evict(Duration idleAfter, int limit) {
        List<Loaded> leaving = new ArrayList<>();
        Collection<Loaded> all = loaded.values();
        all.stream().filter(here -> here.isIdleFor(idleAfter)).forEach(leaving::add);
        int surplus = all.size() - limit;
        if (surplus > leaving.size()) {
            leaving.clear();
            all.stream()
                    .sorted(Comparator.comparingLong(Loaded::usedNanos))
                    .limit(surplus)
                    .forEach(leaving::add);
        }
        for (Loaded here : leaving) {
            if (here.isStoredWhole()) {
                here.conversation().leave();
                loaded.remove(here.conversation().id());
            }
        }
    }

    private record Request(Consumer<Conversation> onUse, Consumer<Throwable> onUnavailable) {

        void use(Conversation conversation) {
            onUse.accept(conversation);
        }

        void unavailable(Throwable failure) {
            onUnavailable.accept(failure);
        }
    }
}

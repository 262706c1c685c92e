package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.ConversationRules;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.WaitingUsers;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.shard.ConversationStates.SavedState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The conversations of a shard that are in memory. Another is fetched when it is asked for; who asks meanwhile queues, in
 * order, and nobody else waits. The same holds while a store is asked something about a conversation that is here. Belongs
 * to the shard's thread.
 */
final class LoadedConversations {

    /** How many states are read with one statement. */
    private static final int AT_ONCE = 100;

    private final ConversationStates states;
    private final ConversationRules rules;
    private final WaitingUsers waiting;
    private final Scheduler thread;
    private final Map<UUID, Loaded> loaded = new HashMap<>();
    private final Map<UUID, Queue> queues = new HashMap<>();

    LoadedConversations(ConversationStates states, ConversationRules rules, WaitingUsers waiting, Scheduler thread) {
        this.states = states;
        this.rules = rules;
        this.waiting = waiting;
        this.thread = thread;
    }

    /** Uses a conversation, at once if it is here; or says that it cannot be had. */
    void with(UUID id, Consumer<Conversation> use, Consumer<Throwable> unavailable) {
        Queue queue = queues.get(id);
        if (queue != null) {
            queue.requests.add(new Request(use, unavailable));
            return;
        }
        Loaded here = loaded.get(id);
        if (here != null) {
            here.touch();
            use.accept(here.conversation());
            return;
        }
        hold(id, fetch(id), this::add, failure -> refuse(id, failure));
        with(id, use, unavailable);
    }

    /** Whether who asks for a conversation gets it at once. */
    boolean isAtHand(UUID id) {
        return loaded.containsKey(id) && !queues.containsKey(id);
    }

    /** Lets who asks for a conversation queue until a store has answered, and uses the answer before anyone's turn comes. */
    <T> void hold(UUID id, Mono<T> answer, Consumer<T> use, Consumer<Throwable> unavailable) {
        Queue queue = queues.computeIfAbsent(id, _ -> new Queue());
        queue.held = true;
        answer.publishOn(thread)
                .subscribe(
                        value -> answered(id, queue, () -> use.accept(value)),
                        failure -> answered(id, queue, () -> unavailable.accept(failure)));
    }

    /** Who uses the answer may ask a store again, and then the others go on waiting. */
    private void answered(UUID id, Queue queue, Runnable use) {
        queue.held = false;
        use.run();
        if (!queue.held) {
            release(id, queue);
        }
    }

    private void release(UUID id, Queue queue) {
        queue.held = false;
        while (!queue.held) {
            Request next = queue.requests.poll();
            if (next == null) {
                queues.remove(id);
                return;
            }
            Loaded here = Objects.requireNonNull(loaded.get(id));
            here.touch();
            next.onUse().accept(here.conversation());
        }
    }

    private void refuse(UUID id, Throwable failure) {
        Queue queue = Objects.requireNonNull(queues.get(id));
        while (!queue.requests.isEmpty()) {
            queue.requests.remove().onUnavailable().accept(failure);
        }
    }

    /** A conversation as soon as it is here. */
    Mono<Conversation> get(UUID id) {
        return Mono.create(sink -> with(id, sink::success, sink::error));
    }

    /** Asks something of conversations as they are, and takes none into memory that is not there. */
    <T> Flux<T> look(List<UUID> ids, Function<Conversation, Optional<T>> question) {
        List<UUID> elsewhere = new ArrayList<>();
        List<T> answers = new ArrayList<>();
        for (UUID id : ids) {
            Loaded here = loaded.get(id);
            if (here == null) {
                elsewhere.add(id);
            } else {
                question.apply(here.conversation()).ifPresent(answers::add);
            }
        }
        return Flux.fromIterable(answers)
                .concatWith(Flux.fromIterable(elsewhere)
                        .buffer(AT_ONCE)
                        .flatMap(states::findAll)
                        .map(state -> question.apply(new Conversation(state.snapshot(), rules, new WaitingUsers())))
                        .flatMap(Mono::justOrEmpty));
    }

    private Mono<SavedState> fetch(UUID id) {
        return states.find(id).defaultIfEmpty(new SavedState(Snapshot.empty(id), Place.START));
    }

    /** Takes a stored state into memory. */
    Conversation add(SavedState state) {
        Conversation conversation = new Conversation(state.snapshot(), rules, waiting);
        Loaded added = new Loaded(conversation);
        added.savedAsRow(conversation.version(), conversation.tail().settled(), -1);
        loaded.put(conversation.id(), added);
        return conversation;
    }

    /** The conversations in memory in which something waits for one of these users, by user. */
    Map<UUID, List<UUID>> waitingFor(Set<UUID> users) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        for (UUID user : users) {
            List<Conversation> its = waiting.of(user);
            if (!its.isEmpty()) {
                found.put(user, its.stream().map(Conversation::id).toList());
            }
        }
        return found;
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
            UUID id = here.conversation().id();
            if (here.isStoredWhole() && !queues.containsKey(id)) {
                here.conversation().leave();
                loaded.remove(id);
            }
        }
    }

    private record Request(Consumer<Conversation> onUse, Consumer<Throwable> onUnavailable) {}

    /** Who asked for a conversation while a store was asked about it. */
    private static final class Queue {

        private final Deque<Request> requests = new ArrayDeque<>();
        private boolean held;
    }
}

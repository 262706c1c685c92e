package app.parley.offlinestore.shard.web;

import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.ConversationState;
import app.parley.offlinestore.api.Device;
import app.parley.offlinestore.api.ListedConversations;
import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.Overdue;
import app.parley.offlinestore.api.Overview;
import app.parley.offlinestore.api.Position;
import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.api.StoredMessage;
import app.parley.offlinestore.shard.ConversationList;
import app.parley.offlinestore.shard.ConversationList.Wanted;
import app.parley.offlinestore.shard.ConversationLogs;
import app.parley.offlinestore.shard.NotOwnerException;
import app.parley.offlinestore.shard.Reminders;
import app.parley.offlinestore.shard.UserQueues;
import app.parley.service.problem.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link OfflineStoreApi}. */
@RestController
class OfflineStoreController implements OfflineStoreApi {

    private static final int MOST_MESSAGES = 500;
    private static final int MOST_COMMANDS = 10_000;
    private static final int MOST_DEVICES = 500;
    private static final int MOST_OVERDUE = 1000;
    private static final int MOST_LISTED = 1000;

    private final ConversationLogs logs;
    private final ConversationList conversations;
    private final UserQueues queues;
    private final Reminders reminders;

    OfflineStoreController(
            ConversationLogs logs, ConversationList conversations, UserQueues queues, Reminders reminders) {
        this.logs = logs;
        this.conversations = conversations;
        this.queues = queues;
        this.reminders = reminders;
    }

    @Override
    public Mono<ShardMap> shards() {
        return logs.addresses()
                .map(addresses -> new ShardMap(IntStream.range(0, logs.shardCount())
                        .mapToObj(addresses::get)
                        .collect(Collectors.toCollection(ArrayList<@Nullable URI>::new))));
    }

    @Override
    public Mono<List<Outcome>> apply(int shard, List<Command> commands) {
        if (commands.size() > MOST_COMMANDS) {
            throw invalid("a batch has " + commands.size() + " commands, " + MOST_COMMANDS + " at most");
        }
        return answer(logs.apply(shard, commands.stream().map(Contract::command).toList())
                .map(outcomes -> outcomes.stream().map(Contract::outcome).toList()));
    }

    @Override
    public Mono<List<@Nullable List<Position>>> pending(List<Device> devices) {
        if (devices.isEmpty() || devices.size() > MOST_DEVICES) {
            throw invalid("a call asks for " + devices.size() + " devices, 1 to " + MOST_DEVICES + " expected");
        }
        return answer(
                queues.pending(devices.stream().map(Contract::device).toList()).map(Contract::positions));
    }

    @Override
    public Mono<ConversationState> state(UUID conversation, UUID user, UUID device) {
        return answer(logs.state(conversation, user, device).map(Contract::state));
    }

    @Override
    public Mono<List<StoredMessage>> messages(
            UUID conversation, UUID user, @Nullable Long after, @Nullable Long before, int limit) {
        if (limit < 1 || limit > MOST_MESSAGES) {
            throw invalid("limit is " + limit + ", 1 to " + MOST_MESSAGES + " expected");
        }
        if (after != null && before != null) {
            throw invalid("after and before exclude each other");
        }
        return answer(logs.messages(conversation, user, after, before, limit)
                .map(messages -> messages.stream().map(Contract::message).toList()));
    }

    @Override
    public Mono<List<ConversationState.Progress>> receipts(UUID conversation, long seq, UUID user) {
        return answer(logs.receipts(conversation, user, seq))
                .map(members -> members.stream().map(Contract::progress).toList());
    }

    @Override
    public Mono<List<Overview>> overviews(ListedConversations list) {
        int size = list.conversations().size();
        if (size < 1 || size > MOST_LISTED) {
            throw invalid("a call asks for " + size + " conversations, 1 to " + MOST_LISTED + " expected");
        }
        List<Wanted> wanted = list.conversations().stream()
                .map(its -> new Wanted(its.conversation(), its.after(), its.without()))
                .toList();
        return answer(conversations.of(list.user(), wanted))
                .map(found -> found.stream().map(Contract::overview).toList());
    }

    @Override
    public Mono<Void> forgetUser(UUID conversation, UUID user, boolean erase) {
        return answer(logs.forgetUser(conversation, user, erase));
    }

    @Override
    public Mono<Void> forget(UUID user, UUID device, long version) {
        return answer(queues.forget(user, device, version));
    }

    @Override
    public Mono<List<Overdue>> overdue(String node, int limit) {
        if (limit < 1 || limit > MOST_OVERDUE) {
            throw invalid("limit is " + limit + ", 1 to " + MOST_OVERDUE + " expected");
        }
        return answer(reminders.due(node, limit))
                .map(due -> due.stream().map(Contract::overdue).toList());
    }

    private static <T> Mono<T> answer(Mono<T> answer) {
        return answer.onErrorMap(NotOwnerException.class, Contract::notOwner);
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_field", reason);
    }
}

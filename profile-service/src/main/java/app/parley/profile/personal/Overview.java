package app.parley.profile.personal;

import app.parley.profile.account.Account;
import app.parley.profile.account.Accounts;
import app.parley.profile.conversation.OwnConversation;
import app.parley.profile.conversation.OwnConversations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's conversations with how they keep them. It costs six queries, however many there are. */
@Service
public class Overview {

    /** How many hidden messages of each conversation are named: enough to find the last one that is not. */
    private static final int MOST_HIDDEN = 16;

    private final OwnConversations conversations;
    private final ConversationStates states;
    private final MessageStates messages;
    private final Accounts accounts;

    Overview(OwnConversations conversations, ConversationStates states, MessageStates messages, Accounts accounts) {
        this.conversations = conversations;
        this.states = states;
        this.messages = messages;
        this.accounts = accounts;
    }

    /**
     * A conversation with how somebody keeps it.
     *
     * @param other who it is with; empty for a group
     * @param hidden the last of the messages that they hid one by one, the highest number first
     */
    public record Line(
            OwnConversation conversation, Optional<Account> other, ConversationState state, List<Long> hidden) {}

    /** All conversations that a user is in. */
    @Transactional(readOnly = true)
    public List<Line> of(UUID user) {
        List<OwnConversation> own = conversations.findAll(user);
        Map<UUID, ConversationState> kept =
                states.findAll(user).stream().collect(byId(ConversationState::conversation));
        Map<UUID, List<Long>> hidden = messages.findLastHidden(user, MOST_HIDDEN).stream()
                .collect(Collectors.groupingBy(
                        MessageStates.Hidden::getConversation,
                        Collectors.mapping(MessageStates.Hidden::getSeq, Collectors.toList())));
        Map<UUID, Account> others = accounts
                .findByIdIn(own.stream()
                        .flatMap(conversation -> other(user, conversation))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(byId(Account::id));
        return own.stream()
                .map(conversation -> {
                    UUID id = conversation.conversation().id();
                    return new Line(
                            conversation,
                            other(user, conversation).map(others::get).findAny(),
                            kept.getOrDefault(id, new ConversationState(new ConversationState.Key(user, id))),
                            hidden.getOrDefault(id, List.of()));
                })
                .toList();
    }

    private static Stream<UUID> other(UUID user, OwnConversation conversation) {
        return conversation.members().stream().filter(member -> !member.equals(user));
    }

    private static <T> Collector<T, ?, Map<UUID, T>> byId(Function<T, UUID> id) {
        return Collectors.toMap(id, Function.identity());
    }
}

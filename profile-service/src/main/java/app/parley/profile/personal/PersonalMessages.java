package app.parley.profile.personal;

import app.parley.profile.conversation.DatabaseTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which messages people star, and which they do not want to see any more. */
@Service
public class PersonalMessages {

    private final PersonalConversations conversations;
    private final MessageStates messages;
    private final Numbering numbering;
    private final PersonalSettings settings;

    PersonalMessages(
            PersonalConversations conversations,
            MessageStates messages,
            Numbering numbering,
            PersonalSettings settings) {
        this.conversations = conversations;
        this.messages = messages;
        this.numbering = numbering;
        this.settings = settings;
    }

    /** Starred messages, in one conversation or in all, the last starred before a version first. */
    @Transactional(readOnly = true)
    public List<MessageState> starred(UUID user, @Nullable UUID conversation, long before, int limit) {
        return messages.findStarred(user, conversation, before, Limit.of(limit));
    }

    @Transactional
    public MessageState star(UUID user, UUID conversation, long seq) {
        conversations.requireMember(user, conversation);
        numbering.begin(user);
        MessageState.Key key = new MessageState.Key(user, conversation, seq);
        MessageState state = messages.findById(key).orElseGet(() -> new MessageState(key));
        if (state.isHidden() || seq <= conversations.find(user, conversation).clearedTo()) {
            throw PersonalProblems.unknownMessage();
        }
        if (state.starredAt().isPresent()) {
            return state;
        }
        if (messages.countStarred(user) >= settings.mostStarred()) {
            throw PersonalProblems.tooManyStarred(settings.mostStarred());
        }
        state.star(DatabaseTime.now(), numbering.next(user));
        return messages.save(state);
    }

    /** Takes a star away, also in a conversation that one has left. */
    @Transactional
    public void unstar(UUID user, UUID conversation, long seq) {
        numbering.begin(user);
        Optional<MessageState> starred = messages.findById(new MessageState.Key(user, conversation, seq))
                .filter(state -> state.starredAt().isPresent());
        if (starred.isPresent()) {
            starred.get().star(null, numbering.next(user));
            messages.forget(user, settings.mostGone()).ifPresent(last -> numbering.forget(user, last));
        }
    }

    /** Hides messages, some of which may be hidden already; a star goes with its message. */
    @Transactional
    public void hide(UUID user, UUID conversation, Set<Long> seqs) {
        conversations.requireMember(user, conversation);
        numbering.begin(user);
        Set<Long> hidden = messages.findHidden(user, conversation, seqs);
        long clearedTo = conversations.find(user, conversation).clearedTo();
        Set<Long> seen = seqs.stream()
                .filter(seq -> seq > clearedTo && !hidden.contains(seq))
                .collect(Collectors.toSet());
        if (seen.isEmpty()) {
            return;
        }
        if (messages.countHidden(user) + seen.size() > settings.mostHidden()) {
            throw PersonalProblems.tooManyHidden(settings.mostHidden());
        }
        long last = numbering.next(user, seen.size());
        messages.hide(user, conversation, seen.toArray(Long[]::new), last - seen.size());
    }

    /** Hides the messages of a conversation up to this one. What was kept of each is gone with them, which needs no entries. */
    @Transactional
    public void clear(UUID user, UUID conversation, long upTo) {
        conversations.requireMember(user, conversation);
        numbering.begin(user);
        if (conversations.clear(user, conversation, upTo)) {
            messages.clear(user, conversation, upTo);
        }
    }
}

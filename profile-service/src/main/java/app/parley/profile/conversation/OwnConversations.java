package app.parley.profile.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's conversations as they see them. A page costs three queries, however many conversations and members it has. */
@Service
public class OwnConversations {

    private final Conversations conversations;

    OwnConversations(Conversations conversations) {
        this.conversations = conversations;
    }

    /** A conversation, if this user takes part in it. */
    @Transactional(readOnly = true)
    public Optional<OwnConversation> find(UUID user, UUID id) {
        return complete(conversations.findMembership(user, id).stream().toList()).stream()
                .findAny();
    }

    /** What comes after a place in this user's list. */
    @Transactional(readOnly = true)
    public List<OwnConversation> findAfter(UUID user, Place after, int limit) {
        return complete(conversations.findMemberships(user, after, limit));
    }

    /** All of this user's. */
    @Transactional(readOnly = true)
    public List<OwnConversation> findAll(UUID user) {
        return findAfter(user, Place.START, Integer.MAX_VALUE);
    }

    private List<OwnConversation> complete(List<Membership> memberships) {
        Map<UUID, Long> counts = conversations.countMembers(ids(memberships, Group.class::isInstance));
        Map<UUID, List<UUID>> pairs =
                conversations.findMembers(ids(memberships, conversation -> !(conversation instanceof Group)));
        return memberships.stream()
                .map(membership -> {
                    UUID id = membership.conversation().id();
                    List<UUID> members = pairs.getOrDefault(id, List.of());
                    return new OwnConversation(
                            membership.conversation(),
                            membership.role(),
                            membership.joinedAt(),
                            counts.getOrDefault(id, (long) members.size()),
                            members);
                })
                .toList();
    }

    private static Set<UUID> ids(List<Membership> memberships, Predicate<Conversation> which) {
        return memberships.stream()
                .map(Membership::conversation)
                .filter(which)
                .map(Conversation::id)
                .collect(Collectors.toSet());
    }
}

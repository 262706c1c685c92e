package app.parley.profile.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All conversations. */
public interface Conversations extends Repository<Conversation, UUID> {

    /** Those that there are, by id. */
    default Map<UUID, Conversation> findAllById(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findByIdIn(ids).stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    @EntityGraph(attributePaths = "members")
    List<Conversation> findByIdIn(Set<UUID> ids);

    /** A conversation with its members. */
    @EntityGraph(attributePaths = "members")
    @Query("select conversation from Conversation conversation where conversation.id = :id")
    Optional<Conversation> findWithMembers(UUID id);

    /** A user's part in a conversation, if they take part in it. */
    @Query("""
            select new app.parley.profile.conversation.Membership(conversation, member.role, member.joinedAt)
            from Conversation conversation join conversation.members member
            where member.user = :user and conversation.id = :id
            """)
    Optional<Membership> findMembership(UUID user, UUID id);

    /** What comes after a place in this user's list. */
    default List<Membership> findMemberships(UUID user, Place after, int limit) {
        return findMemberships(user, after.joinedAt(), after.conversation(), Limit.of(limit));
    }

    @Query("""
            select new app.parley.profile.conversation.Membership(conversation, member.role, member.joinedAt)
            from Conversation conversation join conversation.members member
            where member.user = :user and (member.joinedAt, conversation.id) < (:joinedAt, :id)
            order by member.joinedAt desc, conversation.id desc
            """)
    List<Membership> findMemberships(UUID user, Instant joinedAt, UUID id, Limit limit);

    /** Somebody's place among the members of a conversation. */
    record Taking(UUID conversation, UUID user) {}

    /** Who takes part in these, in a stable order. */
    default Map<UUID, List<UUID>> findMembers(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findTakings(ids).stream()
                        .collect(Collectors.groupingBy(
                                Taking::conversation, Collectors.mapping(Taking::user, Collectors.toList())));
    }

    @Query("""
            select new app.parley.profile.conversation.Conversations$Taking(conversation.id, member.user)
            from Conversation conversation join conversation.members member
            where conversation.id in :ids order by member.user
            """)
    List<Taking> findTakings(Set<UUID> ids);

    /** How many take part in a conversation. */
    record Count(UUID conversation, long members) {}

    /** How many take part in these; one in which nobody is has none. */
    default Map<UUID, Long> countMembers(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findCounts(ids).stream().collect(Collectors.toMap(Count::conversation, Count::members));
    }

    @Query("""
            select new app.parley.profile.conversation.Conversations$Count(conversation.id, count(member.user))
            from Conversation conversation left join conversation.members member
            where conversation.id in :ids group by conversation.id
            """)
    List<Count> findCounts(Set<UUID> ids);

    /** The members of a conversation that follow a user, in the order of their ids. */
    default List<Member> findMembersAfter(UUID id, UUID after, int limit) {
        return findMembersAfter(id, after, Limit.of(limit));
    }

    @Query("""
            select new app.parley.profile.conversation.Member(member.user, member.joinedAt, member.role)
            from Conversation conversation join conversation.members member
            where conversation.id = :id and member.user > :after order by member.user
            """)
    List<Member> findMembersAfter(UUID id, UUID after, Limit limit);

    Group saveAndFlush(Group group);

    /**
     * Makes conversations of two unless they are there: one statement, so that none can be made by halves or twice, and in
     * the order of their ids, so that two who make the same ones cannot wait for each other.
     */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    with pair as (
                      select * from unnest(:ids, :ones, :others) as pair (id, one, other)),
                    made as (
                      insert into conversation (id, created_at, version)
                      select pair.id, :now, 0 from pair order by pair.id
                      on conflict do nothing returning id)
                    insert into conversation_member (conversation_id, account_id, joined_at)
                    select made.id, member.id, :now
                    from made join pair on pair.id = made.id
                    cross join lateral (values (pair.one), (pair.other)) as member (id)
                    """)
    void makeDirect(UUID[] ids, UUID[] ones, UUID[] others, Instant now);
}

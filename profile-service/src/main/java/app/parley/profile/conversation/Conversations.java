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

    Optional<Conversation> findById(UUID id);

    /** Those that there are, by id. */
    default Map<UUID, Conversation> findAllById(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : findByIdIn(ids).stream().collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    @EntityGraph(attributePaths = "members")
    List<Conversation> findByIdIn(Set<UUID> ids);

    /** A conversation, if this user takes part in it. */
    default Optional<Conversation> findOf(UUID member, UUID id) {
        return findById(id).filter(conversation -> conversation.has(member));
    }

    /** What comes after a place in this user's list. */
    default List<Conversation> findOf(UUID member, Place after, int limit) {
        return findOf(member, after.joinedAt(), after.conversation(), Limit.of(limit));
    }

    @Query("""
            select conversation from Conversation conversation join conversation.members member
            where member.user = :member and (member.joinedAt, conversation.id) < (:joinedAt, :id)
            order by member.joinedAt desc, conversation.id desc
            """)
    List<Conversation> findOf(UUID member, Instant joinedAt, UUID id, Limit limit);

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

package app.parley.profile.conversation;

import java.time.Instant;
import java.util.HashMap;
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
                ? new HashMap<>()
                : findByIdIn(ids).stream()
                        .collect(
                                Collectors.toMap(Conversation::id, Function.identity(), (one, _) -> one, HashMap::new));
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

    /** Makes a conversation of two unless it is there: one statement, so that it cannot be made by halves or twice. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    with made as (
                      insert into conversation (id, created_at, version) values (:id, :now, 0)
                      on conflict do nothing returning id)
                    insert into conversation_member (conversation_id, account_id, joined_at)
                    select made.id, member.id, :now from made cross join (values (:one), (:other)) as member (id)
                    """)
    void makeDirect(UUID id, UUID one, UUID other, Instant now);
}

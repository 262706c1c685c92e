package app.parley.profile.personal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How people keep their conversations for themselves. */
interface ConversationStates extends Repository<ConversationState, ConversationState.Key> {

    Optional<ConversationState> findById(ConversationState.Key key);

    ConversationState save(ConversationState state);

    /** What has changed after a version, in the order of the changes. */
    @Query("""
            select state from ConversationState state
            where state.key.accountId = :user and state.version > :version order by state.version
            """)
    List<ConversationState> findChanged(UUID user, long version, Limit limit);

    @Query("select state from ConversationState state where state.key.accountId = :user")
    List<ConversationState> findAll(UUID user);

    /** How many of the conversations that they are in somebody has pinned. */
    @Query("""
            select count(state) from ConversationState state
            where state.key.accountId = :user and state.pinnedAt is not null and exists (
              select 1 from Conversation conversation join conversation.members member
              where conversation.id = state.key.conversationId and member.user = :user)
            """)
    long countPinned(UUID user);
}

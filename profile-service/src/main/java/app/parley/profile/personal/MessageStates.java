package app.parley.profile.personal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How people keep messages for themselves. */
interface MessageStates extends Repository<MessageState, MessageState.Key> {

    Optional<MessageState> findById(MessageState.Key key);

    MessageState save(MessageState state);

    /** What has changed after a version, in the order of the changes. */
    @Query("""
            select state from MessageState state
            where state.key.accountId = :user and state.version > :version order by state.version
            """)
    List<MessageState> findChanged(UUID user, long version, Limit limit);

    /** Starred messages, in one conversation or in all, the last starred before a version first. */
    @Query("""
            select state from MessageState state
            where state.key.accountId = :user and state.starredAt is not null and state.version < :before
              and (:conversation is null or state.key.conversationId = :conversation)
            order by state.version desc
            """)
    List<MessageState> findStarred(UUID user, @Nullable UUID conversation, long before, Limit limit);

    @Query(
            "select count(state) from MessageState state where state.key.accountId = :user and state.starredAt is not null")
    long countStarred(UUID user);

    @Query("select count(state) from MessageState state where state.key.accountId = :user and state.hidden")
    long countHidden(UUID user);

    /** Those of these messages that are hidden. */
    @Query("""
            select state.key.seq from MessageState state
            where state.key.accountId = :user and state.key.conversationId = :conversation and state.key.seq in :seqs
              and state.hidden
            """)
    Set<Long> findHidden(UUID user, UUID conversation, Set<Long> seqs);

    /** A message that is hidden. */
    interface Hidden {

        UUID getConversation();

        long getSeq();
    }

    /** So many of the hidden messages of each conversation, the highest number first. */
    @Query(nativeQuery = true, value = """
                    select conversation_id as conversation, seq from (
                      select conversation_id, seq,
                        row_number() over (partition by conversation_id order by seq desc) as place
                      from personal_message where account_id = :user and hidden) as numbered
                    where place <= :most
                    order by conversation_id, seq desc
                    """)
    List<Hidden> findLastHidden(UUID user, int most);

    /**
     * Hides messages, whatever was kept of them before.
     *
     * @param before the number before those of these changes
     */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(nativeQuery = true, value = """
                    insert into personal_message (account_id, conversation_id, seq, version, hidden)
                    select :user, :conversation, seq, :before + row_number() over (order by seq), true
                    from unnest(:seqs) as seq
                    on conflict (account_id, conversation_id, seq) do update
                    set version = excluded.version, starred_at = null, hidden = true
                    """)
    void hide(UUID user, UUID conversation, Long[] seqs, long before);

    /** Deletes what is kept of the messages of a conversation up to this one. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            delete from MessageState state
            where state.key.accountId = :user and state.key.conversationId = :conversation and state.key.seq <= :upTo
            """)
    void clear(UUID user, UUID conversation, long upTo);

    /** Deletes the oldest of the entries that say that there is nothing any more, and answers with the last of them. */
    @Query(nativeQuery = true, value = """
                    with gone as (
                      delete from personal_message
                      where account_id = :user and starred_at is null and not hidden and version <= (
                        select version from personal_message
                        where account_id = :user and starred_at is null and not hidden
                        order by version desc offset :most limit 1)
                      returning version)
                    select max(version) from gone
                    """)
    Optional<Long> forget(UUID user, int most);
}

package app.parley.profile.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All changes of all groups. */
public interface GroupChanges extends Repository<GroupChange, GroupChange.Key> {

    /** The changes of a group that follow a version, the oldest first. */
    default List<GroupChange> findAfter(UUID conversation, long version, int most) {
        return findAfter(conversation, version, Limit.of(most));
    }

    @Query("""
            select change from GroupChange change
            where change.key.conversationId = :conversation and change.key.version > :version
            order by change.key.version
            """)
    List<GroupChange> findAfter(UUID conversation, long version, Limit limit);

    /** Stores a change, in the transaction that makes it. */
    default void record(GroupChange change) {
        record(
                change.conversation(),
                change.version(),
                change.id(),
                change.actor(),
                change.content(),
                change.joined().toArray(UUID[]::new),
                change.left().toArray(UUID[]::new),
                change.isFromTheStart(),
                change.at());
    }

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into group_change
                      (conversation_id, version, id, actor_id, content, joined, left_, from_the_start, at)
                    values (:conversation, :version, :id, :actor, :content, :joined, :left, :fromTheStart, :now)
                    """)
    void record(
            UUID conversation,
            long version,
            UUID id,
            UUID actor,
            String content,
            UUID[] joined,
            UUID[] left,
            boolean fromTheStart,
            Instant now);
}

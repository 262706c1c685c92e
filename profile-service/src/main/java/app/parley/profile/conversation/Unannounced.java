package app.parley.profile.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The groups whose log does not tell all of their changes yet. What is written here is written apart from the version of the
 * group, so that it disturbs no change.
 */
interface Unannounced extends Repository<Group, UUID> {

    /** A group whose changes are to be announced. */
    interface Due {

        UUID getId();

        /** The number of its last change. */
        long getChanges();
    }

    /** A group has changed: if its log does not tell so until then, it is due. In the transaction of the change. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "update conversation set announce_at = :then, announce_tries = 0 where id = :group")
    void expect(UUID group, Instant then);

    /**
     * Some groups that are due, the longest first. They are due again later, and ever later, so that nobody else looks after
     * them meanwhile. One statement, which passes over what another instance is about to take, and commits by itself: where
     * the store does not answer, there is no transaction to roll back, which would be an error in the log each time.
     *
     * @param retry seconds until they are due again, the first time
     * @param longest that they are at most
     */
    @Query(nativeQuery = true, value = """
                    with due as (
                      select id from conversation
                      where announced < changes and announce_at <= cast(:now as timestamptz)
                      order by announce_at limit :most
                      for update skip locked),
                    taken as (
                      update conversation
                      set announce_tries = least(announce_tries + 1, 20),
                        announce_at = cast(:now as timestamptz) + make_interval(
                          secs => least(:retry * power(2, announce_tries), :longest) * (0.75 + random() / 2))
                      from due where conversation.id = due.id
                      returning conversation.id, conversation.changes)
                    select id, changes from taken
                    """)
    List<Due> take(Instant now, int most, double retry, double longest);

    /** The log of a group tells everything up to this change. */
    @Transactional
    @Modifying
    @Query(
            nativeQuery = true,
            value = "update conversation set announced = greatest(announced, :version) where id = :group")
    void confirm(UUID group, long version);
}

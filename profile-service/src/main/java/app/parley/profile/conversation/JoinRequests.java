package app.parley.profile.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All who ask to be let into groups. */
interface JoinRequests extends Repository<JoinRequest, JoinRequest.Key> {

    boolean existsByKey(JoinRequest.Key key);

    @Query("""
            select request from JoinRequest request
            where request.key.conversationId = :group and request.key.accountId > :after
            order by request.key.accountId
            """)
    List<JoinRequest> findAfter(UUID group, UUID after, Limit limit);

    /** Asks, unless they do already: one statement, so that two at once do not meet. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into group_request (conversation_id, account_id, requested_at) values (:group, :user, :now)
                    on conflict do nothing
                    """)
    void make(UUID group, UUID user, Instant now);

    /** These ask no more; how many of them did. */
    @Transactional
    @Modifying
    @Query("""
            delete from JoinRequest request
            where request.key.conversationId = :group and request.key.accountId in :users
            """)
    int remove(UUID group, Collection<UUID> users);
}

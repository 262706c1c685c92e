package app.parley.profile.personal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How far everybody's own state is. */
interface PersonalStates extends Repository<PersonalState, UUID> {

    Optional<PersonalState> findById(UUID user);

    /** Makes somebody's, unless it is there or there is no such user. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into personal_state (account_id, version, forgotten)
                    select id, 0, 0 from account where id = :user
                    on conflict do nothing
                    """)
    void make(UUID user);

    /** Lets nobody else change it until the end of the transaction. */
    @Query(nativeQuery = true, value = "select version from personal_state where account_id = :user for update")
    Optional<Long> lock(UUID user);

    /** Counts it on, and answers with the last of so many new numbers. */
    @Query(nativeQuery = true, value = """
                    update personal_state set version = version + :many where account_id = :user returning version
                    """)
    long advance(UUID user, int many);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "update personal_state set forgotten = greatest(forgotten, :version) where account_id = :user")
    void forget(UUID user, long version);
}

package app.parley.profile.personal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All broadcast lists, and of some that are gone that they are. */
interface BroadcastLists extends Repository<BroadcastList, UUID> {

    BroadcastList save(BroadcastList list);

    /** Somebody's list, if it is not gone. */
    @Query(
            "select list from BroadcastList list where list.id = :id and list.accountId = :user and list.name is not null")
    Optional<BroadcastList> find(UUID user, UUID id);

    /** Somebody's lists, the oldest first. */
    @Query("""
            select list from BroadcastList list
            where list.accountId = :user and list.name is not null order by list.createdAt, list.id
            """)
    List<BroadcastList> findAll(UUID user);

    @Query("select count(list) from BroadcastList list where list.accountId = :user and list.name is not null")
    long count(UUID user);

    /** What has changed after a version, in the order of the changes. */
    @Query("""
            select list from BroadcastList list
            where list.accountId = :user and list.version > :version order by list.version
            """)
    List<BroadcastList> findChanged(UUID user, long version, Limit limit);

    /** Those that this user is on, of whomever. */
    @Query(nativeQuery = true, value = "select * from broadcast_list where recipients @> array[cast(:user as uuid)]")
    List<BroadcastList> findTo(UUID user);

    /** Deletes the oldest of the entries that say that a list is gone, and answers with the last of them. */
    @Query(nativeQuery = true, value = """
                    with gone as (
                      delete from broadcast_list
                      where account_id = :user and name is null and version <= (
                        select version from broadcast_list
                        where account_id = :user and name is null
                        order by version desc offset :most limit 1)
                      returning version)
                    select max(version) from gone
                    """)
    Optional<Long> forget(UUID user, int most);
}

package app.parley.profile.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has registered. */
public interface Accounts extends Repository<Account, UUID> {

    Optional<Account> findById(UUID id);

    List<Account> findByIdIn(Set<UUID> ids);

    /** @param handle in lower case */
    Optional<Account> findByHandle(String handle);

    boolean existsByHandle(String handle);

    /** Those of these ids that are somebody's. */
    default Set<UUID> existing(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of() : findIds(ids);
    }

    @Query("select account.id from Account account where account.id in :ids")
    Set<UUID> findIds(Set<UUID> ids);

    Account saveAndFlush(Account account);

    /** Replaces a hash, unless somebody else has already; apart from the version, so that it disturbs no change of the profile. */
    @Transactional
    @Modifying
    @Query("update Account set passwordHash = :renewed where id = :id and passwordHash = :old")
    void renewPasswordHash(UUID id, String old, String renewed);
}

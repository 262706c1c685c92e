package app.parley.profile.address;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All addresses that somebody has proved to be theirs. */
public interface VerifiedAddresses extends Repository<VerifiedAddress, VerifiedAddress.Key> {

    /** Somebody's, one of a kind. */
    @Query("select owned from VerifiedAddress owned where owned.key.accountId = :account")
    List<VerifiedAddress> of(UUID account);

    /** Whose an address is, with their account. */
    default Optional<VerifiedAddress> find(Address address) {
        return find(address.kind(), address.value());
    }

    @Query("""
            select owned from VerifiedAddress owned join fetch owned.account
            where owned.key.kind = :kind and owned.address = :address
            """)
    Optional<VerifiedAddress> find(AddressKind kind, String address);

    /** Those with one of these hashes who let themselves be found by it, with their accounts. */
    @Query("""
            select owned from VerifiedAddress owned join fetch owned.account
            where owned.phoneHash in :hashes and owned.discoverable
            """)
    List<VerifiedAddress> findDiscoverable(Collection<byte[]> hashes);

    /** Whether an address serves to find the account; the answer is 0 if they have none of that kind. */
    @Transactional
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    "update account_address set discoverable = :discoverable where account_id = :account and kind = :kind")
    int letBeFound(UUID account, String kind, boolean discoverable);

    @Transactional
    @Modifying
    @Query("delete from VerifiedAddress owned where owned.key.accountId = :account and owned.key.kind = :kind")
    void remove(UUID account, AddressKind kind);

    /** Takes an address from whoever else has it. */
    @Modifying
    @Query("""
            delete from VerifiedAddress owned
            where owned.key.kind = :kind and owned.address = :address and owned.key.accountId <> :account
            """)
    void takeFromOthers(UUID account, AddressKind kind, String address);

    /** Makes an address somebody's, in the place of the one of that kind that they had. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into account_address (account_id, kind, address, phone_hash, discoverable, verified_at)
                    values (:account, :kind, :address, cast(:phoneHash as bytea), true, :now)
                    on conflict (account_id, kind) do update
                    set address = excluded.address, phone_hash = excluded.phone_hash, verified_at = excluded.verified_at
                    """)
    void keep(UUID account, String kind, String address, byte @Nullable [] phoneHash, Instant now);

    @Query(nativeQuery = true, value = "select salt from phone_salt")
    String salt();
}

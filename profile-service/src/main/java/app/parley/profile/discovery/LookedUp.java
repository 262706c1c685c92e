package app.parley.profile.discovery;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have looked up, and how much more they may. */
@Repository
class LookedUp {

    private final JdbcClient database;
    private final DiscoverySettings settings;

    LookedUp(JdbcClient database, DiscoverySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Somebody's quota as it was counted last. */
    Optional<Quota> find(UUID account) {
        return database.sql("select hashes, counted_at from lookup_quota where account_id = :account")
                .param("account", account)
                .query(LookedUp::quota)
                .optional();
    }

    /** The same, or a full one. Nobody else counts for this account until the transaction ends. */
    Quota lock(UUID account, Instant now) {
        return database.sql("""
                        insert into lookup_quota (account_id, hashes, counted_at) values (:account, :first, :now)
                        on conflict (account_id) do update set hashes = lookup_quota.hashes
                        returning hashes, counted_at
                        """)
                .param("account", account)
                .param("first", settings.first())
                .param("now", stored(now))
                .query(LookedUp::quota)
                .single();
    }

    void keep(UUID account, Quota quota) {
        database.sql("update lookup_quota set hashes = :hashes, counted_at = :at where account_id = :account")
                .param("hashes", quota.hashes())
                .param("at", stored(quota.at()))
                .param("account", account)
                .update();
    }

    /** The prefixes that somebody has looked up and that are still remembered. */
    Set<Long> prefixes(UUID account, Instant now) {
        Set<Long> all = new HashSet<>();
        database.sql("select prefixes from looked_up where account_id = :account and day > :then")
                .param("account", account)
                .param("then", forgotten(now))
                .query((row, _) -> ByteBuffer.wrap(row.getBytes("prefixes")).asLongBuffer())
                .list()
                .forEach(day -> {
                    while (day.hasRemaining()) {
                        all.add(day.get());
                    }
                });
        return all;
    }

    void add(UUID account, Collection<Long> prefixes, Instant now) {
        ByteBuffer bytes = ByteBuffer.allocate(prefixes.size() * Long.BYTES);
        prefixes.forEach(bytes::putLong);
        database.sql("""
                        insert into looked_up (account_id, day, prefixes) values (:account, :day, :prefixes)
                        on conflict (account_id, day) do update set prefixes = looked_up.prefixes || excluded.prefixes
                        """)
                .param("account", account)
                .param("day", day(now))
                .param("prefixes", bytes.array())
                .update();
    }

    /** Deletes what is not remembered any more. Safe to do in several instances at once. */
    void forget(Instant now) {
        database.sql("""
                        delete from looked_up where (account_id, day) in (
                          select account_id, day from looked_up where day <= :then for update skip locked)
                        """).param("then", forgotten(now)).update();
    }

    /** The last day that is not remembered. */
    private LocalDate forgotten(Instant now) {
        return day(now.minus(settings.remembered()));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Quota quota(ResultSet row, int number) throws SQLException {
        return new Quota(
                row.getDouble("hashes"),
                row.getObject("counted_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

package app.parley.profile.code;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The codes that are out, by their hashes. Each operation is one statement, so that of several at once none is half done. */
@Repository
class StoredCodes {

    private static final int BATCH = 1000;

    private static final String OF =
            " where purpose = :purpose and kind = :kind and address = :address and account_id = :account";

    /** What a code is compared with. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it as a whole
    record Tried(UUID id, byte[] hash) {}

    private final JdbcClient database;

    StoredCodes(JdbcClient database) {
        this.database = database;
    }

    /** In the place of the one before. */
    void keep(Challenge challenge, UUID id, byte[] hash, Instant expires) {
        of(challenge, """
                insert into one_time_code (purpose, kind, address, account_id, id, code_hash, tries, expires_at)
                values (:purpose, :kind, :address, :account, :id, :hash, 0, :expires)
                on conflict (purpose, kind, address, account_id) do update
                set id = excluded.id, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
                """)
                .param("id", id)
                .param("hash", hash)
                .param("expires", stored(expires))
                .update();
    }

    /** Counts a try, if there is a code and one more try is allowed. */
    Optional<Tried> tryOnce(Challenge challenge, int most, Instant now) {
        return of(
                        challenge,
                        "update one_time_code set tries = tries + 1" + OF
                                + " and tries < :most and expires_at > :now returning id, code_hash")
                .param("most", most)
                .param("now", stored(now))
                .query((row, _) -> new Tried(row.getObject("id", UUID.class), row.getBytes("code_hash")))
                .optional();
    }

    /** Whether there is a code that may not be tried any more. */
    boolean usedUp(Challenge challenge, int most, Instant now) {
        return of(
                        challenge,
                        "select exists (select from one_time_code" + OF + " and tries >= :most and expires_at > :now)")
                .param("most", most)
                .param("now", stored(now))
                .query(Boolean.class)
                .single();
    }

    /** False if the code is not there any more: another has used it, or a new one has come in its place. */
    boolean remove(UUID id) {
        return database.sql("delete from one_time_code where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Deletes what has expired. Safe to do in several instances at once. */
    void forget(Instant now) {
        int gone;
        do {
            gone = database.sql("""
                            delete from one_time_code where id in (
                              select id from one_time_code where expires_at < :now limit :most for update skip locked)
                            """)
                    .param("now", stored(now))
                    .param("most", BATCH)
                    .update();
        } while (gone == BATCH);
    }

    private StatementSpec of(Challenge challenge, String statement) {
        return database.sql(statement)
                .param("purpose", challenge.purpose().name())
                .param("kind", challenge.address().kind().name())
                .param("address", challenge.address().value())
                .param("account", challenge.account());
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

package app.parley.profile.code;

import app.parley.profile.address.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When codes were asked for. */
@Repository
class CodeRequests {

    private static final int BATCH = 1000;

    /** Something for which codes are counted. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it
    private record Counted(byte[] subject, SendingLimit limit) {}

    private final JdbcClient database;
    private final CodeSettings settings;

    CodeRequests(JdbcClient database, CodeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Notes that a code to an address is asked for, or says how long it is until that is allowed. */
    @Transactional
    public Duration note(CodePurpose purpose, Address address, Instant now) {
        return note(List.of(counted(purpose, address)), now);
    }

    /** The same for an address that an account wants to prove, which counts for the account as well. */
    @Transactional
    public Duration note(CodePurpose purpose, Address address, UUID account, Instant now) {
        Counted asker =
                new Counted(digest("account:" + account), settings.perAccount().limit());
        // always in this order, so that no two wait for each other
        return note(List.of(counted(purpose, address), asker), now);
    }

    /** Deletes what counts no more. Safe to do in several instances at once. */
    void forget(Instant now) {
        int gone;
        do {
            gone = database.sql("""
                            delete from code_request where subject in (
                              select subject from code_request where last_at < :then limit :most for update skip locked)
                            """)
                    .param("then", stored(now.minus(SendingLimit.LONGEST)))
                    .param("most", BATCH)
                    .update();
        } while (gone == BATCH);
    }

    private Duration note(List<Counted> all, Instant now) {
        Duration wait = all.stream()
                .map(one -> one.limit().untilNext(lock(one.subject(), now), now))
                .reduce(Duration.ZERO, (some, other) -> some.compareTo(other) > 0 ? some : other);
        if (wait.isZero()) {
            all.forEach(one -> add(one.subject(), now));
        }
        return wait;
    }

    private Counted counted(CodePurpose purpose, Address address) {
        return new Counted(
                digest(purpose + ":" + address.kind() + ":" + address.value()),
                settings.perAddress().limit());
    }

    /** The times that are known, the oldest first. Nobody else counts this subject until the transaction ends. */
    private List<Instant> lock(byte[] subject, Instant now) {
        return database.sql("""
                        insert into code_request (subject, times, last_at) values (:subject, '{}', :now)
                        on conflict (subject) do update set subject = excluded.subject
                        returning times
                        """)
                .param("subject", subject)
                .param("now", stored(now))
                .query(CodeRequests::times)
                .single();
    }

    private void add(byte[] subject, Instant now) {
        database.sql("""
                        update code_request
                        set times = array(select time from unnest(times) as time where time > :then) || :now,
                          last_at = :now
                        where subject = :subject
                        """)
                .param("subject", subject)
                .param("now", stored(now))
                .param("then", stored(now.minus(SendingLimit.LONGEST)))
                .update();
    }

    private static List<Instant> times(ResultSet row, int number) throws SQLException {
        Array times = row.getArray("times");
        return Arrays.stream((Timestamp[]) times.getArray())
                .map(Timestamp::toInstant)
                .sorted()
                .toList();
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** So that addresses of people who have no account here are not kept. */
    private static byte[] digest(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

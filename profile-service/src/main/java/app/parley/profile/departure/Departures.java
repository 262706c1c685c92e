package app.parley.profile.departure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that are closed, and what is left of them. Each operation may be repeated, by whatever instance: what is left is
 * in the tables, and nowhere else.
 */
@Repository
class Departures {

    /** Stands where somebody stood whose account is gone. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;

    Departures(JdbcClient database) {
        this.database = database;
    }

    /**
     * Closes an account: from the end of the transaction on nobody finds it. What others see of the person in their own lists
     * goes with it. False if it is closed already.
     */
    @Transactional
    public boolean begin(UUID user, Instant now, Duration retry) {
        int closed = of(
                        user,
                        "update account set departing = true, version = version + 1 where id = :user and not departing")
                .update();
        if (closed == 0) {
            return false;
        }
        of(user, "insert into departure (account_id, begun_at, due_at, tries) values (:user, :now, :due, 0)")
                .param("now", stored(now))
                .param("due", stored(now.plus(retry)))
                .update();
        of(user, "delete from account_address where account_id = :user").update();
        of(user, "delete from contact where owner_id = :user or person_id = :user")
                .update();
        leavePairs(user);
        return true;
    }

    /**
     * Some that are due, the longest first, which are due again later, and ever later, so that nobody else looks after them
     * meanwhile. One statement, which passes over what another instance is about to take.
     */
    List<UUID> take(Instant now, int most, Duration retry, Duration longest) {
        return database.sql("""
                        with due as (
                          select account_id from departure where due_at <= :now
                          order by due_at limit :most for update skip locked)
                        update departure
                        set tries = least(tries + 1, 20),
                          due_at = :now + make_interval(
                            secs => least(:retry * power(2, tries), :longest) * (0.75 + random() / 2))
                        from due where departure.account_id = due.account_id
                        returning departure.account_id
                        """)
                .param("now", stored(now))
                .param("most", most)
                .param("retry", seconds(retry))
                .param("longest", seconds(longest))
                .query(Departures::id)
                .list();
    }

    /** Takes somebody out of their conversations of two; the other keeps theirs. */
    void leavePairs(UUID user) {
        of(user, """
                with gone as (
                  delete from conversation_member member using conversation
                  where member.account_id = :user and conversation.id = member.conversation_id
                    and conversation.kind = 'DIRECT'
                  returning member.conversation_id)
                insert into departure_log (account_id, conversation_id)
                select :user, conversation_id from gone on conflict do nothing
                """).update();
    }

    /** Where somebody still is; only groups, after {@link #leavePairs}. */
    List<UUID> memberships(UUID user) {
        return of(user, "select conversation_id from conversation_member where account_id = :user")
                .query(Departures::id)
                .list();
    }

    /** Notes the groups that somebody ever was in, and whose changes still tell so: each began with their joining. */
    void noteGroups(UUID user) {
        of(user, """
                insert into departure_log (account_id, conversation_id)
                select distinct :user, conversation_id from group_change where joined @> array[:user] on conflict do nothing
                """).update();
    }

    /** Some conversations whose logs have not forgotten somebody yet, and tell all that has changed there. */
    List<UUID> logs(UUID user, int most) {
        return of(user, """
                select conversation_id from departure_log join conversation on conversation.id = conversation_id
                where account_id = :user and announced >= changes limit :most
                """).param("most", most).query(Departures::id).list();
    }

    /** These logs have forgotten somebody; so do the changes that were written down for them. Where nobody is left, all goes. */
    @Transactional
    public void forgotten(UUID user, List<UUID> conversations) {
        UUID[] these = conversations.toArray(UUID[]::new);
        of(user, """
                update group_change
                set actor_id = case when actor_id = :user then :nobody else actor_id end,
                  content = replace(content, cast(:user as text), cast(:nobody as text)),
                  joined = array_replace(joined, :user, :nobody),
                  left_ = array_replace(left_, :user, :nobody)
                where conversation_id = any(:these)
                  and (actor_id = :user or :user = any(joined) or :user = any(left_)
                    or position(cast(:user as text) in content) > 0)
                """).param("nobody", NOBODY).param("these", these).update();
        of(user, "delete from departure_log where account_id = :user and conversation_id = any(:these)")
                .param("these", these)
                .update();
        removeEmpty(these);
    }

    /** Another who was in it may be leaving, too: then it goes when that is done. */
    private void removeEmpty(UUID[] conversations) {
        UUID[] empty = database.sql("""
                        select id from conversation
                        where id = any(:these)
                          and not exists (select from conversation_member where conversation_id = conversation.id)
                          and not exists (select from departure_log where conversation_id = conversation.id)
                        for update
                        """)
                .param("these", conversations)
                .query(Departures::id)
                .list()
                .toArray(UUID[]::new);
        for (String table : List.of("group_invite", "group_request", "group_change")) {
            database.sql("delete from " + table + " where conversation_id = any(:empty)")
                    .param("empty", empty)
                    .update();
        }
        database.sql("delete from conversation where id = any(:empty)")
                .param("empty", empty)
                .update();
    }

    /**
     * Deletes the account, and with it all that is its own. False if something is left elsewhere: whoever looked the person up
     * before the account was closed may have added them to a group or a list since.
     */
    boolean end(UUID user) {
        return of(user, """
                delete from account
                where id = :user and departing
                  and not exists (select from conversation_member where account_id = :user)
                  and not exists (select from departure_log where account_id = :user)
                  and not exists (select from group_change where joined @> array[:user])
                  and not exists (select from broadcast_list where recipients @> array[:user])
                """).update() == 1;
    }

    private JdbcClient.StatementSpec of(UUID user, String statement) {
        return database.sql(statement).param("user", user);
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

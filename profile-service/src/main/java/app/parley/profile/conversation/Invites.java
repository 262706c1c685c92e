package app.parley.profile.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All invites of all groups. */
interface Invites extends Repository<Invite, UUID> {

    Invite save(Invite invite);

    Optional<Invite> findByCodeHash(byte[] codeHash);

    @Query("select invite from Invite invite where invite.id = :id and invite.conversationId = :group")
    Optional<Invite> find(UUID group, UUID id);

    /** Those of a group that serve somebody still, the oldest first. */
    @Query("""
            select invite from Invite invite
            where invite.conversationId = :group and not invite.revoked and invite.expiresAt > :now
              and (invite.mostUses is null or invite.used < invite.mostUses)
            order by invite.id
            """)
    List<Invite> findGood(UUID group, Instant now);

    /** Those of a group that have been over since then, and of which nobody has to hear why any more. */
    @Modifying
    @Query("delete from Invite invite where invite.conversationId = :group and invite.expiresAt < :then")
    void forget(UUID group, Instant then);
}

package app.parley.profile.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What everybody has chosen. */
interface Choices extends Repository<Choice, UUID> {

    /** The privacy of those of these people who have chosen one. */
    default Map<UUID, Privacy> of(Set<UUID> people) {
        return people.isEmpty()
                ? Map.of()
                : findByAccountIdIn(people).stream().collect(Collectors.toMap(Choice::user, Choice::privacy));
    }

    List<Choice> findByAccountIdIn(Set<UUID> people);

    /** Changes what is said, and leaves the rest; one statement, so that two at once do not meet. None if nobody has this id. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into privacy as chosen (account_id, last_seen, online, about, photo, read_receipts, groups)
                    select id,
                      coalesce(:lastSeen, 'EVERYONE'), coalesce(:online, 'EVERYONE'), coalesce(:about, 'EVERYONE'),
                      coalesce(:photo, 'EVERYONE'), coalesce(:readReceipts, 'EVERYONE'), coalesce(:groups, 'EVERYONE')
                    from account where id = :user
                    on conflict (account_id) do update set
                      last_seen = coalesce(:lastSeen, chosen.last_seen), online = coalesce(:online, chosen.online),
                      about = coalesce(:about, chosen.about), photo = coalesce(:photo, chosen.photo),
                      read_receipts = coalesce(:readReceipts, chosen.read_receipts),
                      groups = coalesce(:groups, chosen.groups)
                    """)
    int change(
            UUID user,
            @Nullable String lastSeen,
            @Nullable String online,
            @Nullable String about,
            @Nullable String photo,
            @Nullable String readReceipts,
            @Nullable String groups);
}

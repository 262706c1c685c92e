package app.parley.profile.block;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom everybody blocks. */
public interface Blocks extends Repository<Block, Block.Key> {

    /** An entry of somebody's list, with its person. */
    @Query("""
            select block from Block block join fetch block.person
            where block.key.ownerId = :owner and block.key.personId = :person
            """)
    Optional<Block> find(UUID owner, UUID person);

    /** The entries of a list that follow a person's, in the order of the people's ids. */
    default List<Block> findAfter(UUID owner, UUID after, int limit) {
        return findAfter(owner, after, Limit.of(limit));
    }

    @Query("""
            select block from Block block join fetch block.person
            where block.key.ownerId = :owner and block.key.personId > :after
            order by block.key.personId
            """)
    List<Block> findAfter(UUID owner, UUID after, Limit limit);

    @Query("select count(block) from Block block where block.key.ownerId = :owner")
    long count(UUID owner);

    /** Who blocks whom, as the database says it. */
    interface Entry {

        UUID getOwner();

        UUID getPerson();
    }

    /** Those of these that there are: who of these people blocks whom of them. */
    default Set<Block.Key> existing(Set<Block.Key> asked) {
        return asked.isEmpty()
                ? Set.of()
                : findEntries(
                                asked.stream().map(Block.Key::ownerId).toArray(UUID[]::new),
                                asked.stream().map(Block.Key::personId).toArray(UUID[]::new))
                        .stream()
                        .map(entry -> new Block.Key(entry.getOwner(), entry.getPerson()))
                        .collect(Collectors.toSet());
    }

    @Query(nativeQuery = true, value = """
                    select block.owner_id as owner, block.person_id as person
                    from unnest(:owners, :people) as asked (owner, person)
                    join block on block.owner_id = asked.owner and block.person_id = asked.person
                    """)
    List<Entry> findEntries(UUID[] owners, UUID[] people);

    /**
     * Puts a person into a list; one statement, so that two at once do not meet.
     *
     * @return 0 if they were there before
     */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into block (owner_id, person_id, blocked_at) values (:owner, :person, :now)
                    on conflict do nothing
                    """)
    int keep(UUID owner, UUID person, Instant now);

    /** @return 0 if they were not there */
    @Transactional
    @Modifying
    @Query("delete from Block block where block.key.ownerId = :owner and block.key.personId = :person")
    int remove(UUID owner, UUID person);
}

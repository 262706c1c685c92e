package app.parley.profile.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All address books. */
public interface Contacts extends Repository<Contact, Contact.Key> {

    /** An entry of a book, with its person. */
    @Query("""
            select contact from Contact contact join fetch contact.person
            where contact.key.ownerId = :owner and contact.key.personId = :person
            """)
    Optional<Contact> find(UUID owner, UUID person);

    /** The entries of a book that follow a person's, in the order of the people's ids. */
    default List<Contact> findAfter(UUID owner, UUID after, int limit) {
        return findAfter(owner, after, Limit.of(limit));
    }

    @Query("""
            select contact from Contact contact join fetch contact.person
            where contact.key.ownerId = :owner and contact.key.personId > :after
            order by contact.key.personId
            """)
    List<Contact> findAfter(UUID owner, UUID after, Limit limit);

    @Query("select count(contact) from Contact contact where contact.key.ownerId = :owner")
    long count(UUID owner);

    /** Who has whom in their book, as the database says it. */
    interface Entry {

        UUID getOwner();

        UUID getPerson();
    }

    /** Those of these that there are: who of these people has whom of them in their book. */
    default Set<Contact.Key> existing(Set<Contact.Key> asked) {
        return asked.isEmpty()
                ? Set.of()
                : findEntries(
                                asked.stream().map(Contact.Key::ownerId).toArray(UUID[]::new),
                                asked.stream().map(Contact.Key::personId).toArray(UUID[]::new))
                        .stream()
                        .map(entry -> new Contact.Key(entry.getOwner(), entry.getPerson()))
                        .collect(Collectors.toSet());
    }

    @Query(nativeQuery = true, value = """
                    select contact.owner_id as owner, contact.person_id as person
                    from unnest(:owners, :people) as asked (owner, person)
                    join contact on contact.owner_id = asked.owner and contact.person_id = asked.person
                    """)
    List<Entry> findEntries(UUID[] owners, UUID[] people);

    /** Puts a person into a book, or calls them something else there; one statement, so that two at once do not meet. */
    @Modifying(clearAutomatically = true)
    @Query(nativeQuery = true, value = """
                    insert into contact (owner_id, person_id, name, added_at) values (:owner, :person, :name, :now)
                    on conflict (owner_id, person_id) do update set name = excluded.name
                    """)
    void keep(UUID owner, UUID person, @Nullable String name, Instant now);

    /** @return 0 if they were not there */
    @Transactional
    @Modifying
    @Query("delete from Contact contact where contact.key.ownerId = :owner and contact.key.personId = :person")
    int remove(UUID owner, UUID person);
}

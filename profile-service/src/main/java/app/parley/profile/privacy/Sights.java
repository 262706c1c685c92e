package app.parley.profile.privacy;

import app.parley.profile.block.Block;
import app.parley.profile.block.Blocks;
import app.parley.profile.contact.Contact;
import app.parley.profile.contact.Contacts;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may see of everybody. Any number of pairs costs three queries. */
@Service
public class Sights {

    private final Choices choices;
    private final Blocks blocks;
    private final Contacts contacts;

    Sights(Choices choices, Blocks blocks, Contacts contacts) {
        this.choices = choices;
        this.blocks = blocks;
        this.contacts = contacts;
    }

    /** What somebody may see of another. */
    @Transactional(readOnly = true)
    public Sight of(UUID viewer, UUID subject) {
        Pair pair = new Pair(viewer, subject);
        return of(Set.of(pair)).getOrDefault(pair, Sight.NOTHING);
    }

    /** What somebody may see of others: of each of them. */
    @Transactional(readOnly = true)
    public Map<UUID, Sight> of(UUID viewer, Set<UUID> subjects) {
        return of(subjects.stream().map(subject -> new Pair(viewer, subject)).collect(Collectors.toSet()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(seen -> seen.getKey().subject(), Map.Entry::getValue));
    }

    /** What there is to see in each of these pairs. */
    @Transactional(readOnly = true)
    public Map<Pair, Sight> of(Set<Pair> pairs) {
        Set<Pair> both = pairs.stream()
                .filter(pair -> !pair.isOneself())
                .flatMap(pair -> Stream.of(pair, pair.turned()))
                .collect(Collectors.toSet());
        Map<UUID, Privacy> chosen = choices.of(both.stream().map(Pair::viewer).collect(Collectors.toSet()));
        Set<Block.Key> blocking = blocks.existing(keys(both, pair -> new Block.Key(pair.viewer(), pair.subject())));
        Set<Contact.Key> knowing = chosen.values().stream().anyMatch(Privacy::needsContacts)
                ? contacts.existing(keys(both, pair -> new Contact.Key(pair.viewer(), pair.subject())))
                : Set.of();
        Function<Pair, Side> sides = pair -> new Side(
                chosen.getOrDefault(pair.viewer(), Privacy.OPEN),
                knowing.contains(new Contact.Key(pair.viewer(), pair.subject())),
                blocking.contains(new Block.Key(pair.viewer(), pair.subject())));
        return pairs.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        pair -> pair.isOneself()
                                ? Sight.EVERYTHING
                                : Sight.of(sides.apply(pair), sides.apply(pair.turned()))));
    }

    private static <K> Set<K> keys(Set<Pair> pairs, Function<Pair, K> key) {
        return pairs.stream().map(key).collect(Collectors.toSet());
    }
}

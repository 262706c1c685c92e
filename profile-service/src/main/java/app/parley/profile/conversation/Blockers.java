package app.parley.profile.conversation;

import app.parley.profile.block.Block;
import app.parley.profile.block.Blocks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Who of the two of a direct conversation has blocked the other. */
@Service
public class Blockers {

    private final Blocks blocks;

    Blockers(Blocks blocks) {
        this.blocks = blocks;
    }

    /** Of each of these, by its id; nobody of a group. */
    public Map<UUID, List<UUID>> of(Collection<Conversation> conversations) {
        Map<Conversation, List<Block.Key>> possible = conversations.stream()
                .filter(conversation -> !(conversation instanceof Group))
                .collect(Collectors.toMap(Function.identity(), Blockers::possible));
        Set<Block.Key> existing =
                blocks.existing(possible.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return possible.entrySet().stream()
                .collect(Collectors.toMap(
                        direct -> direct.getKey().id(),
                        direct -> direct.getValue().stream()
                                .filter(existing::contains)
                                .map(Block.Key::ownerId)
                                .toList()));
    }

    private static List<Block.Key> possible(Conversation direct) {
        List<UUID> members = direct.members();
        return members.size() < 2
                ? List.of()
                : Stream.of(
                                new Block.Key(members.get(0), members.get(1)),
                                new Block.Key(members.get(1), members.get(0)))
                        .toList();
    }
}

package app.parley.profile.block;

import app.parley.profile.discovery.Hiding;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Nobody finds who has blocked them. */
@Component
class HiddenByBlocks implements Hiding {

    private final Blocks blocks;

    HiddenByBlocks(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public Set<UUID> hidden(UUID asker, Set<UUID> people) {
        Set<Block.Key> possible =
                people.stream().map(person -> new Block.Key(person, asker)).collect(Collectors.toSet());
        return blocks.existing(possible).stream().map(Block.Key::ownerId).collect(Collectors.toSet());
    }
}

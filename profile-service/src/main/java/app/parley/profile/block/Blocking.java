package app.parley.profile.block;

import app.parley.profile.account.Accounts;
import app.parley.profile.block.BlockOutcome.Blocked;
import app.parley.profile.block.BlockOutcome.Full;
import app.parley.profile.block.BlockOutcome.Oneself;
import app.parley.profile.block.BlockOutcome.UnknownPerson;
import app.parley.profile.news.PeopleNews;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Whom people block, and no longer do. */
@Service
public class Blocking {

    private final Blocks blocks;
    private final Accounts accounts;
    private final BlockSettings settings;
    private final PeopleNews news;

    Blocking(Blocks blocks, Accounts accounts, BlockSettings settings, PeopleNews news) {
        this.blocks = blocks;
        this.accounts = accounts;
        this.settings = settings;
        this.news = news;
    }

    /** Blocks a person. Some who are blocked at the same moment may go beyond the limit. */
    public BlockOutcome block(UUID owner, UUID person) {
        if (owner.equals(person)) {
            return new Oneself();
        }
        if (accounts.existing(Set.of(owner, person)).size() < 2) {
            return new UnknownPerson();
        }
        if (blocks.find(owner, person).isPresent()) {
            return new Blocked();
        }
        if (blocks.count(owner) >= settings.most()) {
            return new Full(settings.most());
        }
        if (blocks.keep(owner, person, Clock.systemUTC().instant()) > 0) {
            news.changed(Set.of(owner, person));
        }
        return new Blocked();
    }

    /** Blocks a person no longer. */
    public void unblock(UUID owner, UUID person) {
        if (blocks.remove(owner, person) > 0) {
            news.changed(Set.of(owner, person));
        }
    }
}

package app.parley.profile.personal;

import app.parley.profile.account.Accounts;
import app.parley.profile.account.DisplayName;
import app.parley.profile.account.UnknownUser;
import app.parley.profile.conversation.DatabaseTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people to whom their owners write at once. Nobody hears that they are on one. */
@Service
public class Broadcasts {

    private final BroadcastLists lists;
    private final Accounts accounts;
    private final Numbering numbering;
    private final PersonalSettings settings;

    Broadcasts(BroadcastLists lists, Accounts accounts, Numbering numbering, PersonalSettings settings) {
        this.lists = lists;
        this.accounts = accounts;
        this.numbering = numbering;
        this.settings = settings;
    }

    /** Somebody's lists, the oldest first. */
    @Transactional(readOnly = true)
    public List<BroadcastList> of(UUID user) {
        return lists.findAll(user);
    }

    @Transactional(readOnly = true)
    public BroadcastList get(UUID user, UUID id) {
        return find(user, id);
    }

    @Transactional
    public BroadcastList make(UUID user, DisplayName name, Set<UUID> recipients) {
        numbering.begin(user);
        check(user, recipients);
        if (lists.count(user) >= settings.mostBroadcasts()) {
            throw PersonalProblems.tooManyBroadcasts(settings.mostBroadcasts());
        }
        return store(user, new BroadcastList(user, name, recipients, DatabaseTime.now()));
    }

    /** Changes what is not null. */
    @Transactional
    public BroadcastList change(UUID user, UUID id, @Nullable DisplayName name, @Nullable Set<UUID> recipients) {
        numbering.begin(user);
        BroadcastList list = find(user, id);
        if (recipients != null) {
            check(user, recipients);
        }
        return list.apply(name, recipients) ? store(user, list) : list;
    }

    /** Also right for a list that is none. */
    @Transactional
    public void remove(UUID user, UUID id) {
        numbering.begin(user);
        Optional<BroadcastList> list = lists.find(user, id);
        if (list.isPresent()) {
            list.get().remove();
            store(user, list.get());
            lists.forget(user, settings.mostGone()).ifPresent(last -> numbering.forget(user, last));
        }
    }

    /** Takes somebody off all lists, who is gone. A list with nobody on it stays, for its owner to name others. */
    @Transactional
    public void forget(UUID recipient) {
        lists.findTo(recipient).stream()
                .map(BroadcastList::owner)
                .distinct()
                .sorted()
                .forEach(owner -> forget(owner, recipient));
    }

    private void forget(UUID owner, UUID recipient) {
        numbering.begin(owner);
        lists.findAll(owner).stream()
                .filter(list -> list.recipients().contains(recipient))
                .forEach(list -> {
                    Set<UUID> others = new HashSet<>(list.recipients());
                    others.remove(recipient);
                    list.apply(null, others);
                    store(owner, list);
                });
    }

    private BroadcastList find(UUID user, UUID id) {
        return lists.find(user, id).orElseThrow(PersonalProblems::unknownBroadcast);
    }

    private void check(UUID owner, Set<UUID> recipients) {
        if (recipients.contains(owner)) {
            throw PersonalProblems.recipientOfOneself();
        }
        Set<UUID> known = accounts.existing(recipients);
        if (known.size() < recipients.size()) {
            throw UnknownUser.problem(recipients.stream()
                    .filter(recipient -> !known.contains(recipient))
                    .collect(Collectors.toSet()));
        }
    }

    private BroadcastList store(UUID user, BroadcastList list) {
        list.changed(numbering.next(user));
        return lists.save(list);
    }
}

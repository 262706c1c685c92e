package app.parley.cli.group;

import app.parley.cli.frame.GroupChange;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Caller;
import app.parley.cli.session.Unreachable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The groups of this user. What was looked up once is remembered. */
public final class Groups {

    private final GroupApi api;
    private final Map<UUID, Group> known = new ConcurrentHashMap<>();

    public Groups(Caller caller) {
        this.api = new GroupApi(caller);
    }

    GroupApi api() {
        return api;
    }

    /** All that this user is in, as the server has them now. */
    List<Group> mine() {
        List<Group> found = api.mine();
        found.forEach(this::remember);
        return found;
    }

    /** The ids of all that are known: as the server has them now, if it answers. */
    public Set<UUID> ids() {
        try {
            mine();
        } catch (ApiProblem | Unreachable e) {
            // what is written in a group that is not known says so, too
        }
        return Set.copyOf(known.keySet());
    }

    /** The group with this name or id. Throws {@link Misunderstanding} if there is none, or more than one. */
    public Group called(String nameOrId) {
        List<Group> mine = mine();
        List<Group> found = mine.stream()
                .filter(group -> group.id().toString().equalsIgnoreCase(nameOrId)
                        || group.name().equalsIgnoreCase(nameOrId))
                .toList();
        if (found.isEmpty()) {
            throw new Misunderstanding("You are in no group called \"" + nameOrId + "\".");
        }
        if (found.size() > 1) {
            throw new Misunderstanding("You are in " + found.size() + " groups called \"" + nameOrId
                    + "\". Say which by its id: "
                    + found.stream().map(group -> group.id().toString()).collect(Collectors.joining(", ")) + ".");
        }
        return found.getFirst();
    }

    /** The group with this id, or nothing if this user is not in it, or if that cannot be found out now. */
    public Optional<Group> find(UUID id) {
        Group group = known.get(id);
        if (group != null) {
            return Optional.of(group);
        }
        try {
            return api.find(id).map(this::remember);
        } catch (ApiProblem | Unreachable e) {
            return Optional.empty();
        }
    }

    /** What to call a group; if that cannot be found out now, the beginning of its id. */
    public String nameOf(UUID id) {
        return find(id).map(Group::name).orElse(id.toString().substring(0, 8));
    }

    /** Who is in a group, as the server has it now. */
    public Set<UUID> members(UUID id) {
        return api.members(id).stream().map(GroupMember::user).collect(Collectors.toSet());
    }

    /** A group has changed. */
    public void changed(UUID id, GroupChange change) {
        if (change instanceof GroupChange.Info info) {
            String name = info.name();
            if (name != null) {
                known.computeIfPresent(id, (_, group) -> group.named(name));
            }
        }
    }

    Group remember(Group group) {
        known.put(group.id(), group);
        return group;
    }

    void forget(UUID id) {
        known.remove(id);
    }
}

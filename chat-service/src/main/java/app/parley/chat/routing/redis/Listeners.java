package app.parley.chat.routing.redis;

import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.GroupsListener;
import app.parley.chat.routing.PeopleListener;
import app.parley.presence.api.DevicesChanged;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All at this node who want to hear of something. */
@Component
class Listeners {

    private final List<DevicesListener> devices;
    private final List<GroupsListener> groups;
    private final List<PeopleListener> people;

    Listeners(List<DevicesListener> devices, List<GroupsListener> groups, List<PeopleListener> people) {
        this.devices = devices;
        this.groups = groups;
        this.people = people;
    }

    void tell(DevicesChanged change) {
        devices.forEach(listener -> listener.devicesChanged(change.users(), change.added(), change.revoked()));
    }

    void tell(GroupChanged change) {
        groups.forEach(listener -> listener.groupChanged(change.group(), change.version()));
    }

    void tell(Collection<UUID> changed) {
        people.forEach(listener -> listener.peopleChanged(changed));
    }
}

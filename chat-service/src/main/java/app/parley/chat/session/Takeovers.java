package app.parley.chat.session;

import app.parley.chat.routing.Device;
import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.NodeName;
import app.parley.chat.routing.Routes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Ends sessions whose device connected at another node, or was revoked. */
@Component
class Takeovers implements DevicesListener {

    private static final Logger log = LoggerFactory.getLogger(Takeovers.class);
    private static final long COLLECT_MILLIS = 20;

    private final Sessions sessions;
    private final Routes routes;
    private final Admissions admissions;
    private final NodeName self;
    private final Set<UUID> changed = new HashSet<>();

    Takeovers(Sessions sessions, Routes routes, Admissions admissions, NodeName self) {
        this.sessions = sessions;
        this.routes = routes;
        this.admissions = admissions;
        this.self = self;
    }

    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked) {
        revoked.forEach(sessions::revoke);
        synchronized (changed) {
            boolean first = changed.isEmpty();
            changed.addAll(users);
            if (!first || changed.isEmpty()) {
                return;
            }
        }
        var _ = Schedulers.parallel().schedule(this::check, COLLECT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void check() {
        Set<UUID> users;
        synchronized (changed) {
            users = Set.copyOf(changed);
            changed.clear();
        }
        List<Session> mine = sessions.of(users);
        if (mine.isEmpty()) {
            return;
        }
        Set<UUID> owners = new HashSet<>();
        mine.forEach(session -> owners.add(session.device().user()));
        routes.now(owners)
                .subscribe(
                        found -> compare(mine, nodes(found)),
                        failure -> log.warn("Devices that may have moved were not checked: {}", failure.toString()));
    }

    private static Map<UUID, Member.Route> nodes(List<Member> found) {
        Map<UUID, Member.Route> nodes = new HashMap<>();
        found.forEach(member -> member.devices().forEach(route -> nodes.put(route.device(), route)));
        return nodes;
    }

    /** Only sessions that were open before the question: a newer one may be under way to presence-service still. */
    private void compare(List<Session> mine, Map<UUID, Member.Route> nodes) {
        for (Session session : mine) {
            Device device = session.device();
            Member.Route route = nodes.get(device.device());
            if (route == null || self.value().equals(route.node())) {
                continue;
            }
            if (route.node() != null) {
                session.line().close(Farewell.REPLACED);
            } else if (sessions.holds(device.device())) {
                announce(device);
            }
        }
    }

    /** It is here, but counts as offline: the node's lease ran out for a moment, say. */
    private void announce(Device device) {
        admissions
                .admit(device)
                .subscribe(
                        admission -> {
                            if (admission instanceof Admission.Revoked) {
                                sessions.revoke(device.device());
                            }
                        },
                        failure -> log.warn("{} was not announced: {}", device, failure.toString()));
    }
}

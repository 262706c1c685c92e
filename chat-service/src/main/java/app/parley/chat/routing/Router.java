package app.parley.chat.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings a signal to all devices of its members: here at once, elsewhere by a hand-over for each node. */
@Component
public class Router {

    private final LocalDevices local;
    private final HandOver handOver;
    private final NodeName self;

    Router(LocalDevices local, HandOver handOver, NodeName self) {
        this.local = local;
        this.handOver = handOver;
        this.self = self;
    }

    /** To every device of these members. */
    public void route(Signal signal, List<Member> members) {
        route(signal, members, null);
    }

    /** To every device of these members but one. */
    public void route(Signal signal, List<Member> members, @Nullable UUID except) {
        Parcel parcel = new Parcel(signal);
        Map<String, List<UUID>> elsewhere = null;
        for (Member member : members) {
            for (Member.Route route : member.devices()) {
                if (route.device().equals(except) || local.deliver(parcel, route.device())) {
                    continue;
                }
                String node = route.node();
                if (node != null && !node.equals(self.value())) {
                    elsewhere = elsewhere == null ? new HashMap<>() : elsewhere;
                    elsewhere.computeIfAbsent(node, _ -> new ArrayList<>()).add(route.device());
                }
            }
        }
        if (elsewhere != null) {
            elsewhere.forEach((node, devices) -> handOver.handOver(node, signal, devices));
        }
    }
}

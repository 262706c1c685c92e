package app.parley.chat.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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
        elsewhere(members, device -> device.equals(except) || local.deliver(parcel, device))
                .forEach((node, devices) -> handOver.handOver(node, signal, devices));
    }

    /** Has the devices of these members get what they lack. */
    public void nudge(Nudge nudge, List<Member> members) {
        elsewhere(members, device -> local.nudge(nudge, device))
                .forEach((node, devices) -> handOver.nudge(node, nudge, devices));
    }

    /** The devices at other nodes, by node, that are not seen to here. */
    private Map<String, List<UUID>> elsewhere(List<Member> members, Predicate<UUID> seenTo) {
        Map<String, List<UUID>> elsewhere = Map.of();
        for (Member member : members) {
            for (Member.Route route : member.devices()) {
                String node = route.node();
                if (!seenTo.test(route.device()) && node != null && !node.equals(self.value())) {
                    elsewhere = elsewhere.isEmpty() ? new HashMap<>() : elsewhere;
                    elsewhere.computeIfAbsent(node, _ -> new ArrayList<>()).add(route.device());
                }
            }
        }
        return elsewhere;
    }
}

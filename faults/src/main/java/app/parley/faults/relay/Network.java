package app.parley.faults.relay;

import app.parley.launcher.Link;
import app.parley.launcher.Relays;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The relays of a suite, by the ways of what they carry. */
public final class Network implements Relays, AutoCloseable {

    private static final double REFUSED = 0.3;

    private final Map<Link, Relay> relays = new ConcurrentHashMap<>();
    private final Set<Way> ways = new HashSet<>();

    /** Puts relays between these and those; the others stay direct. To be said before the suite starts. */
    public void standIn(Way way) {
        ways.add(way);
        ways.add(way.back());
    }

    @Override
    public InetSocketAddress address(Link link) {
        return ways.contains(Way.of(link))
                ? relays.computeIfAbsent(link, _ -> new Relay(link.target())).address()
                : link.target();
    }

    /** Nothing passes either way; connections stay open. */
    public void cut(Way way) {
        cutOneWay(way);
        cutOneWay(way.back());
    }

    /** Nothing passes this way; what comes back does. */
    public void cutOneWay(Way way) {
        lanes(way).forEach(Lane::hold);
    }

    /** Everything takes this much longer on the average, each way. */
    public void slow(Way way, Duration delay) {
        Stream.concat(lanes(way), lanes(way.back())).forEach(lane -> lane.slow(delay));
    }

    /** Resets connections for a while, one after the other, and refuses a part of the new ones until it is healed. */
    public void drop(Way way, Duration time) throws InterruptedException {
        each(way, relay -> relay.refuse(REFUSED));
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(50, 500));
            each(way, Relay::resetOne);
        }
    }

    /** Ends all connections, with whatever they hold, and refuses new ones until it is healed. */
    public void sever(Way way) {
        each(way, relay -> relay.refuse(1));
        each(way, Relay::resetAll);
    }

    /** Everything passes again both ways, and what was held goes on. */
    public void heal(Way way) {
        Stream.concat(lanes(way), lanes(way.back())).forEach(Lane::open);
        each(way, relay -> relay.refuse(0));
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
    }

    private Stream<Lane> lanes(Way way) {
        return Stream.concat(relays(way).map(Relay::there), relays(way.back()).map(Relay::back));
    }

    private void each(Way way, Consumer<Relay> action) {
        Stream.concat(relays(way), relays(way.back())).forEach(action);
    }

    /** Those of the calls that go this way. */
    private Stream<Relay> relays(Way way) {
        return relays.entrySet().stream()
                .filter(relay -> Way.of(relay.getKey()).equals(way))
                .map(Map.Entry::getValue);
    }
}

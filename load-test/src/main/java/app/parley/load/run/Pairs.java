package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import app.parley.load.traffic.Coalescer;
import app.parley.load.traffic.Meter;
import app.parley.load.traffic.Pair;
import app.parley.load.traffic.Verdict;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** All pairs of a run, and what is done with all of them. */
final class Pairs {

    private final Plan plan;
    private final Meter meter = new Meter();
    private final List<Pair> pairs = new ArrayList<>();

    Pairs(Plan plan, LoadSockets sockets, List<Account> accounts) {
        this.plan = plan;
        int run = ThreadLocalRandom.current().nextInt(1, 1 << 30);
        Map<EventLoop, Coalescer> coalescers = new HashMap<>();
        for (int i = 0; i < plan.pairs(); i++) {
            Coalescer coalescer =
                    coalescers.computeIfAbsent(sockets.nextLoop(), loop -> new Coalescer(loop, plan.ackMillis()));
            pairs.add(new Pair(
                    sockets, accounts.get(2 * i), accounts.get(2 * i + 1), run, plan.textLength(), meter, coalescer));
        }
    }

    List<Pair> all() {
        return pairs;
    }

    Meter meter() {
        return meter;
    }

    void connectSenders() {
        Connecting.all(pairs, Pair::connectSender, plan.connectsAtOnce());
    }

    void connectReceivers() {
        Connecting.all(pairs, Pair::connectReceiver, plan.connectsAtOnce());
    }

    void saturate(int messages) {
        pairs.forEach(pair -> pair.saturate(plan.window(), messages));
    }

    void stop() {
        pairs.forEach(Pair::stop);
    }

    /** Waits until all pairs are so far, or nothing moves any more. */
    void await(Function<Pair, CompletableFuture<Boolean>> condition) throws InterruptedException {
        Waiting.until(
                () -> pairs.stream().allMatch(pair -> condition.apply(pair).join()), meter, plan);
    }

    /** Waits until so many messages of each pair are accepted, or nothing moves any more. */
    void awaitSent(int messages) throws InterruptedException {
        await(pair -> pair.accepted(messages));
    }

    Verdict verdict() {
        return pairs.stream()
                .map(pair -> pair.verdict().join())
                .reduce(Verdict::plus)
                .orElseThrow();
    }

    void close() {
        pairs.forEach(Pair::close);
    }
}

package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.account.GroupApi;
import app.parley.load.socket.LoadSockets;
import app.parley.load.traffic.Coalescer;
import app.parley.load.traffic.Group;
import app.parley.load.traffic.Meter;
import app.parley.load.traffic.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * One member of a group writes to it while some of the others are online and some are away, who come afterwards. The group
 * is a new one in each run.
 */
public final class GroupRun implements LoadRun {

    private final URI conversations;
    private final int away;

    /**
     * @param conversations where groups are made: the gateway, or behind it
     * @param away how many of the members are not online at first
     */
    public GroupRun(URI conversations, int away) {
        this.conversations = conversations;
        this.away = away;
    }

    @Override
    public int accounts(Plan plan) {
        return plan.pairs();
    }

    @Override
    public Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer)
            throws InterruptedException {
        Meter meter = new Meter();
        Group group = new Group(
                sockets,
                new GroupApi(conversations).found(accounts),
                accounts,
                ThreadLocalRandom.current().nextInt(1, 1 << 30),
                plan.textLength(),
                meter,
                new Coalescer(sockets.nextLoop(), plan.ackMillis()));
        int receivers = accounts.size() - 1;
        int online = receivers - away;
        group.connectSender().join();
        connect(plan, group, 0, online);
        Thread.sleep(plan.warmUp());
        List<Phase> phases = new ArrayList<>();
        phases.add(send(plan, group, online, meter, observer));
        if (away > 0) {
            phases.add(come(plan, group, online, receivers, meter, observer));
        }
        Verdict verdict = group.verdict().join();
        group.close();
        return new Result(
                "a group of %,d, of whom %,d are away at first; %,d messages of %d bytes, window %d"
                        .formatted(accounts.size(), away, plan.messagesPerPair(), plan.textLength(), plan.window()),
                phases,
                facts(verdict, meter),
                meter.errors(),
                verdict.complaints());
    }

    private static void connect(Plan plan, Group group, int from, int to) {
        Connecting.all(IntStream.range(from, to).boxed().toList(), group::connectReceiver, plan.connectsAtOnce());
    }

    private static Phase send(Plan plan, Group group, int online, Meter meter, Observer observer)
            throws InterruptedException {
        observer.startProfile();
        Observer.Moment before = observer.begin();
        meter.startTiming();
        group.saturate(plan.window(), plan.messagesPerPair());
        Waiting.until(() -> group.delivered(plan.messagesPerPair(), online).join(), meter, plan);
        Cost cost = observer.end(before).with(observer.stopProfile());
        return new Phase(
                "to %,d online".formatted(online),
                "message",
                meter.counts().accepted(),
                cost,
                meter.stopTiming(),
                null);
    }

    private static Phase come(Plan plan, Group group, int online, int receivers, Meter meter, Observer observer)
            throws InterruptedException {
        Meter.Counts counts = meter.counts();
        Observer.Moment before = observer.begin();
        connect(plan, group, online, receivers);
        Waiting.until(() -> group.delivered(plan.messagesPerPair(), receivers).join(), meter, plan);
        Cost cost = observer.end(before);
        return new Phase(
                "%,d come".formatted(receivers - online),
                "delivery",
                meter.counts().since(counts).delivered(),
                cost,
                null,
                null);
    }

    private static Map<String, String> facts(Verdict verdict, Meter meter) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "deliveries",
                "%,d of %,d; gaps %d, duplicates %d, out of order %d, damaged %d, lost connections %d"
                        .formatted(
                                verdict.delivered(),
                                verdict.sent(),
                                verdict.gaps(),
                                verdict.duplicates(),
                                verdict.disorders(),
                                verdict.damaged(),
                                verdict.lost()));
        facts.put("receipts to the sender", "%,d".formatted(meter.counts().receipts()));
        return facts;
    }
}

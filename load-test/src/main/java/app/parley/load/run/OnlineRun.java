package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import app.parley.load.traffic.Meter;
import app.parley.load.traffic.Pacer;
import app.parley.load.traffic.Pair;
import app.parley.load.traffic.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Both sides of each pair are online, and the first talks to the second for a while: as fast as a window of unanswered
 * messages lets it, or at a fixed rate. Measured is a stretch in the middle, when everything is in its stride; then all
 * that is under way has to arrive.
 */
public final class OnlineRun implements LoadRun {

    private final boolean paced;

    private OnlineRun(boolean paced) {
        this.paced = paced;
    }

    /** As fast as it goes. */
    public static LoadRun saturated() {
        return new OnlineRun(false);
    }

    /** At the plan's rate. */
    public static LoadRun paced() {
        return new OnlineRun(true);
    }

    @Override
    public int accounts(Plan plan) {
        return 2 * plan.pairs();
    }

    @Override
    public Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer)
            throws InterruptedException {
        Pairs pairs = new Pairs(plan, sockets, accounts);
        pairs.connectReceivers();
        pairs.connectSenders();
        Runnable stop = start(plan, pairs);
        Thread.sleep(plan.warmUp());
        Phase phase = measure(plan, pairs, observer);
        stop.run();
        pairs.await(Pair::delivered);
        // writing a recording out holds a process up: not before all has arrived
        phase = phase.with(observer.stopProfile());
        Verdict verdict = pairs.verdict();
        pairs.close();
        return new Result(
                title(plan),
                List.of(phase),
                facts(verdict, pairs),
                pairs.meter().errors(),
                verdict.complaints());
    }

    private Runnable start(Plan plan, Pairs pairs) {
        if (paced) {
            Pacer pacer = new Pacer(pairs.all(), plan.messagesPerSecond());
            pacer.start();
            return pacer::stop;
        }
        pairs.saturate(Integer.MAX_VALUE);
        return pairs::stop;
    }

    private static Phase measure(Plan plan, Pairs pairs, Observer observer) throws InterruptedException {
        observer.startProfile();
        Observer.Moment before = observer.begin();
        Meter.Counts countsBefore = pairs.meter().counts();
        pairs.meter().startTiming();
        Thread.sleep(plan.measured());
        Meter.Latencies latencies = pairs.meter().stopTiming();
        Meter.Counts counts = pairs.meter().counts().since(countsBefore);
        Cost cost = observer.end(before);
        return new Phase("online", "message", counts.delivered(), cost, latencies, null);
    }

    private String title(Plan plan) {
        String pace = paced
                ? "%.1f messages a second".formatted(plan.messagesPerSecond())
                : "saturated, window %d".formatted(plan.window());
        return "%d pairs, %s, %d bytes, measured for %d s after %d s"
                .formatted(
                        plan.pairs(),
                        pace,
                        plan.textLength(),
                        plan.measured().toSeconds(),
                        plan.warmUp().toSeconds());
    }

    static Map<String, String> facts(Verdict verdict, Pairs pairs) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "whole run",
                "sent %,d, accepted %,d, delivered %,d; gaps %d, duplicates %d, out of order %d, damaged %d, lost connections %d"
                        .formatted(
                                verdict.sent(),
                                verdict.accepted(),
                                verdict.delivered(),
                                verdict.gaps(),
                                verdict.duplicates(),
                                verdict.disorders(),
                                verdict.damaged(),
                                verdict.lost()));
        facts.put("receipts", "%,d".formatted(pairs.meter().counts().receipts()));
        return facts;
    }
}

package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import app.parley.load.traffic.Pair;
import app.parley.load.traffic.Verdict;
import java.util.List;

/** The receivers are away: everything is stored for them. Then all of them come and get it. */
public final class OfflineRun implements LoadRun {

    @Override
    public int accounts(Plan plan) {
        return 2 * plan.pairs();
    }

    @Override
    public Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer)
            throws InterruptedException {
        Pairs pairs = new Pairs(plan, sockets, accounts);
        pairs.connectSenders();
        Phase storing = store(plan, pairs, observer);
        Phase draining = drain(pairs, observer);
        Verdict verdict = pairs.verdict();
        pairs.close();
        return new Result(
                "%d pairs, %d messages of %d bytes each to somebody offline, window %d; then all receivers connect"
                        .formatted(plan.pairs(), plan.messagesPerPair(), plan.textLength(), plan.window()),
                List.of(storing, draining),
                OnlineRun.facts(verdict, pairs),
                pairs.meter().errors(),
                verdict.complaints());
    }

    private static Phase store(Plan plan, Pairs pairs, Observer observer) throws InterruptedException {
        observer.startProfile();
        Observer.Moment before = observer.begin();
        pairs.meter().startTiming();
        pairs.saturate(plan.messagesPerPair());
        pairs.awaitSent(plan.messagesPerPair());
        Cost cost = observer.end(before).with(observer.stopProfile());
        return new Phase(
                "storing",
                "message",
                pairs.meter().counts().accepted(),
                cost,
                pairs.meter().stopTiming(),
                null);
    }

    private static Phase drain(Pairs pairs, Observer observer) throws InterruptedException {
        Observer.Moment before = observer.begin();
        pairs.connectReceivers();
        pairs.await(Pair::delivered);
        Cost cost = observer.end(before);
        return new Phase("draining", "message", pairs.meter().counts().delivered(), cost, null, null);
    }
}

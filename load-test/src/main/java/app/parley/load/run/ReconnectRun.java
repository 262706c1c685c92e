package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** All are connected, lose their connection at once, and come back at once. */
public final class ReconnectRun implements LoadRun {

    @Override
    public int accounts(Plan plan) {
        return plan.pairs();
    }

    @Override
    public Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer)
            throws InterruptedException {
        Crowd crowd = new Crowd(sockets, accounts);
        crowd.connect(plan.connectsAtOnce());
        Thread.sleep(plan.warmUp());
        observer.startProfile();
        Observer.Moment before = observer.begin();
        Histogram times = crowd.reconnect(plan.patience().toSeconds());
        Cost cost = observer.end(before).with(observer.stopProfile());
        crowd.close();
        long back = times.getTotalCount();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "back", "%d of %d, the last after %.1f s".formatted(back, accounts.size(), times.getMaxValue() / 1e6));
        facts.put("calls that were refused and repeated", Integer.toString(crowd.refusals()));
        List<String> complaints = new ArrayList<>();
        if (back < accounts.size()) {
            complaints.add("back: " + back + " of " + accounts.size());
        }
        return new Result(
                "%d clients reconnect at once".formatted(accounts.size()),
                List.of(new Phase("reconnecting", "connection", back, cost, null, times)),
                facts,
                Map.of(),
                complaints);
    }
}

package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.LoadSockets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many connections on which nothing happens: what memory each takes. */
public final class IdleRun implements LoadRun {

    @Override
    public int accounts(Plan plan) {
        return plan.pairs();
    }

    @Override
    public Result run(Plan plan, LoadSockets sockets, List<Account> accounts, Observer observer)
            throws InterruptedException {
        Crowd crowd = new Crowd(sockets, accounts);
        settle(plan, observer);
        Observer.Moment before = observer.begin();
        crowd.connect(plan.connectsAtOnce());
        Thread.sleep(plan.warmUp());
        settle(plan, observer);
        Cost connected = observer.end(before);
        Observer.Moment idleFrom = observer.begin();
        Thread.sleep(plan.measured());
        Cost idle = observer.end(idleFrom);
        int lost = crowd.losses();
        crowd.close();
        return new Result(
                "%d idle connections".formatted(accounts.size()),
                List.of(
                        new Phase("connecting", "connection", accounts.size(), connected, null, null),
                        new Phase("idle", "connection", accounts.size(), idle, null, null)),
                memory(connected, accounts.size()),
                Map.of(),
                lost == 0 ? List.of() : List.of("lost connections: " + lost + ", expected 0"));
    }

    private static void settle(Plan plan, Observer observer) {
        if (plan.collectGarbage()) {
            observer.collectGarbage();
        }
    }

    private static Map<String, String> memory(Cost cost, int connections) {
        Map<String, String> facts = new LinkedHashMap<>();
        cost.usage()
                .residentKib()
                .forEach((part, kib) -> facts.put(
                        "memory of " + part, "%+,d KiB, %.1f a connection".formatted(kib, (double) kib / connections)));
        return facts;
    }
}

package app.parley.faults.check;

import app.parley.faults.record.Entry;
import java.util.List;

/** Judges a record against the delivery contract. It knows nothing but the record. */
public final class Checker {

    private static final List<Rule> RULES = List.of(
            new OnePlaceEach(),
            new NothingInvented(),
            new EveryDeviceHasAll(),
            new InOrder(),
            new NothingWaits(),
            new PushedOnlyWhenAway(),
            new PushedWhenAway(),
            new PushedOnce(),
            new StoredByPolicy());

    private Checker() {}

    /** Every violation, none if the contract held. */
    public static List<Violation> judge(List<Entry> record) {
        History history = new History(record);
        return RULES.stream().flatMap(rule -> rule.violations(history)).toList();
    }
}

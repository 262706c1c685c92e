package app.parley.faults.check;

import java.util.stream.Stream;

/** A clause of the delivery contract. */
interface Rule {

    Stream<Violation> violations(History history);
}

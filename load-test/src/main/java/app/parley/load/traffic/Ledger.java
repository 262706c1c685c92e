package app.parley.load.traffic;

import java.util.BitSet;

/** What one conversation was sent, was given a place, and received; and what was wrong with it. */
final class Ledger {

    private int sent;
    private int accepted;
    private int delivered;
    private final BitSet acceptedNumbers = new BitSet();
    private final BitSet deliveredNumbers = new BitSet();
    private long firstPlace;
    private long lastPlace;
    private long lastReceived;
    private int lastNumber = -1;
    private int gaps;
    private int duplicates;
    private int disorders;
    private int damaged;
    private int misplaced;

    void sent() {
        sent++;
    }

    /** False if that message was accepted before. */
    boolean accepted(int number, long seq) {
        if (acceptedNumbers.get(number)) {
            return false;
        }
        acceptedNumbers.set(number);
        accepted++;
        firstPlace = firstPlace == 0 ? seq : Math.min(firstPlace, seq);
        lastPlace = Math.max(lastPlace, seq);
        return true;
    }

    /** Looks at the place of any message, of this run or of an earlier one. */
    void place(long seq) {
        if (lastReceived != 0 && seq <= lastReceived) {
            duplicates++;
            return;
        }
        if (lastReceived != 0 && seq != lastReceived + 1) {
            gaps++;
        }
        lastReceived = seq;
    }

    /** A message of this run came. False if it came before. */
    boolean delivered(int number, boolean whole) {
        if (!whole) {
            damaged++;
        }
        if (deliveredNumbers.get(number)) {
            return false;
        }
        deliveredNumbers.set(number);
        delivered++;
        if (number < lastNumber) {
            disorders++;
        }
        lastNumber = Math.max(lastNumber, number);
        return true;
    }

    int sentCount() {
        return sent;
    }

    boolean allAccepted() {
        return accepted == sent;
    }

    boolean allDelivered() {
        return delivered == sent;
    }

    /** The highest place that a message of this run was given. */
    long lastPlace() {
        return lastPlace;
    }

    int deliveredCount() {
        return delivered;
    }

    /** What came here of what is in the sender's ledger. */
    Verdict verdictOf(Ledger sender) {
        Verdict its = sender.verdict();
        return new Verdict(
                its.sent(), its.accepted(), delivered, gaps, duplicates, disorders, damaged, its.misplaced(), 0);
    }

    Verdict verdict() {
        if (accepted > 0 && lastPlace - firstPlace + 1 != accepted) {
            misplaced++;
        }
        return new Verdict(sent, accepted, delivered, gaps, duplicates, disorders, damaged, misplaced, 0);
    }
}

package app.parley.load.traffic;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether everything that was sent arrived, once and in order.
 *
 * @param gaps places that were passed over at the receiver
 * @param duplicates messages that came again although they were there
 * @param disorders messages that came behind one that was sent later
 * @param damaged messages whose text was not what was sent
 * @param misplaced conversations whose places are not as many as the messages in them
 * @param lost connections that ended by themselves
 */
public record Verdict(
        long sent,
        long accepted,
        long delivered,
        long gaps,
        long duplicates,
        long disorders,
        long damaged,
        long misplaced,
        long lost) {

    static final Verdict NOTHING = new Verdict(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Verdict plus(Verdict other) {
        return new Verdict(
                sent + other.sent,
                accepted + other.accepted,
                delivered + other.delivered,
                gaps + other.gaps,
                duplicates + other.duplicates,
                disorders + other.disorders,
                damaged + other.damaged,
                misplaced + other.misplaced,
                lost + other.lost);
    }

    Verdict withLost(long connections) {
        return new Verdict(
                sent, accepted, delivered, gaps, duplicates, disorders, damaged, misplaced, lost + connections);
    }

    public boolean good() {
        return complaints().isEmpty();
    }

    /** What is wrong, with the actual and the expected value. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        expect(complaints, "sent", sent > 0, "nothing");
        expect(complaints, "accepted", accepted == sent, accepted + " of " + sent + " sent");
        expect(complaints, "delivered", delivered == sent, delivered + " of " + sent + " sent");
        expectNone(complaints, "gaps", gaps);
        expectNone(complaints, "duplicates", duplicates);
        expectNone(complaints, "out of order", disorders);
        expectNone(complaints, "damaged texts", damaged);
        expectNone(complaints, "conversations with foreign places", misplaced);
        expectNone(complaints, "lost connections", lost);
        return complaints;
    }

    private static void expectNone(List<String> complaints, String what, long actual) {
        expect(complaints, what, actual == 0, actual + ", expected 0");
    }

    private static void expect(List<String> complaints, String what, boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(what + ": " + otherwise);
        }
    }
}

package app.parley.chat.socket;

/** How many frames a client may say: a bucket that fills at a steady rate. Used by one thread. */
final class FrameBudget {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double perNano;
    private final int burst;
    private double left;
    private long filledAt;
    private int refused;

    FrameBudget(int perSecond, int burst, long now) {
        this.perNano = perSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.left = burst;
        this.filledAt = now;
    }

    /** Takes one frame from the budget; false if there is none left. */
    boolean take(long now) {
        left = Math.min(burst, left + (now - filledAt) * perNano);
        filledAt = now;
        if (left < 1) {
            refused++;
            return false;
        }
        left--;
        if (left > burst / 2.0) {
            refused = 0;
        }
        return true;
    }

    /** How many frames were refused since the client last kept well within its budget. */
    int refused() {
        return refused;
    }
}

package app.parley.load.traffic;

/** When the latest messages of a pair were sent. */
final class SendTimes {

    private static final int REMEMBERED = 1 << 12;

    private final long[] nanos = new long[REMEMBERED];

    void sent(int number, long atNanos) {
        nanos[number & REMEMBERED - 1] = atNanos;
    }

    long since(int number) {
        return Math.max(0, System.nanoTime() - nanos[number & REMEMBERED - 1]);
    }
}

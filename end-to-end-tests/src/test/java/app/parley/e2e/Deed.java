package app.parley.e2e;

/** What somebody does in a {@link History}, and how often. */
enum Deed {
    MESSAGE(115),
    EDIT(28),
    DELETION(16),
    REACTION(30),
    VOTE(10),
    PIN(8),
    TIMER(3),
    READ(12),
    PERSONAL(30),
    INFO(3),
    SETTINGS(3),
    ROLE(4);

    private final int times;

    Deed(int times) {
        this.times = times;
    }

    int times() {
        return times;
    }
}

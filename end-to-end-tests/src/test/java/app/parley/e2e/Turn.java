package app.parley.e2e;

/** What happens once in a {@link History}, and after how much of the rest, in per cent. */
enum Turn {
    DAVE_JOINS(15),
    DEVICES_LEAVE(30),
    CAROL_IS_REMOVED(40),
    CAROL_IS_BACK(55),
    DEVICES_ARE_BACK(70),
    DAVE_LEAVES(85);

    private final int after;

    Turn(int after) {
        this.after = after;
    }

    int after() {
        return after;
    }
}

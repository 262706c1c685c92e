package app.parley.profile.privacy;

/**
 * One of two people, as far as the other is concerned.
 *
 * @param knows whether the other is in their address book
 * @param blocks whether they have blocked the other
 */
record Side(Privacy privacy, boolean knows, boolean blocks) {

    boolean lets(Circle circle) {
        return circle.includes(knows);
    }
}

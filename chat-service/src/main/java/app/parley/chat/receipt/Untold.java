package app.parley.chat.receipt;

import app.parley.chat.routing.Receipt;

/**
 * A receipt that is to be told to the other of two.
 *
 * @param read whether it comes of nothing but reading
 * @param first whether there was none before it that is not told yet
 */
record Untold(Receipt receipt, boolean read, boolean first) {

    /** What is to be told when there is one more. */
    Untold and(Untold other) {
        Receipt all = new Receipt(
                receipt.conversation(),
                receipt.user(),
                Math.max(receipt.delivered(), other.receipt().delivered()),
                Math.max(receipt.read(), other.receipt().read()));
        return new Untold(all, read && other.read(), false);
    }
}

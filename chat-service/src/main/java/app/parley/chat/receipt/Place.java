package app.parley.chat.receipt;

import app.parley.chat.routing.Receipt;
import java.util.Objects;
import java.util.UUID;

/** A user's place in a conversation. */
record Place(UUID conversation, UUID user) {

    static Place of(Receipt receipt) {
        return new Place(receipt.conversation(), Objects.requireNonNull(receipt.user()));
    }
}

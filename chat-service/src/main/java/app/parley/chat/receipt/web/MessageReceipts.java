package app.parley.chat.receipt.web;

import app.parley.chat.routing.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Whom a message has reached, beside the one who asks. */
record MessageReceipts(
        UUID conversation,
        long seq,

        @Schema(description = "Those who have it on one device at least")
        List<UUID> deliveredTo,

        @Schema(description = "Those who have read it") List<UUID> readBy,

        @Schema(description = "Those who have it on no device yet")
        List<UUID> waitsFor) {

    static MessageReceipts of(UUID conversation, long seq, List<Receipt> others) {
        return new MessageReceipts(
                conversation,
                seq,
                users(others, receipt -> receipt.delivered() >= seq),
                users(others, receipt -> receipt.read() >= seq),
                users(others, receipt -> receipt.delivered() < seq));
    }

    private static List<UUID> users(List<Receipt> others, Predicate<Receipt> condition) {
        return others.stream()
                .filter(condition)
                .map(Receipt::user)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}

package app.parley.chat.message;

import app.parley.chat.routing.Receipt;
import java.util.List;

/**
 * Where a conversation stands.
 *
 * @param position the asking device's place in it; its cursor is the head if it has no place yet
 * @param receipts each member's, as far as they are known
 */
public record Standing(Position position, List<Receipt> receipts) {}

package app.parley.offlinestore.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as it is in the log.
 *
 * @param id the client's id
 * @param content a JSON object, as text
 */
public record StoredMessage(
        UUID conversation, long seq, UUID id, UUID sender, UUID device, Instant at, String content) {}

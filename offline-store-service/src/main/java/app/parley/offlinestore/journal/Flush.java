package app.parley.offlinestore.journal;

import java.nio.ByteBuffer;

/** Events that became durable together. */
public record Flush(Place place, ByteBuffer payload) {}

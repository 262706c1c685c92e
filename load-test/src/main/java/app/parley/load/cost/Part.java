package app.parley.load.cost;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A process of the stack.
 *
 * @param metrics where its Prometheus metrics are, or null if it has none
 */
public record Part(String name, long pid, @Nullable URI metrics) {}

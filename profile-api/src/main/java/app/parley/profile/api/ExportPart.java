package app.parley.profile.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of all that is kept of somebody.
 *
 * @param lines JSON objects with a {@code type} each, as text
 * @param next what to ask for the next part with; null after the last one
 */
public record ExportPart(List<String> lines, @Nullable String next) {}

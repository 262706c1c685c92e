package app.parley.profile.discovery;

import app.parley.profile.address.VerifiedAddress;
import java.time.Duration;
import java.util.List;

/** What became of looking people up. */
public sealed interface LookupOutcome {

    /**
     * Whoever was found, which may be nobody.
     *
     * @param remaining how many other numbers may be looked up now
     */
    record LookedUp(List<VerifiedAddress> found, int remaining) implements LookupOutcome {}

    /** More new numbers than are left; nothing was looked up, and nothing counted. */
    record Exhausted(int remaining, Duration retryAfter) implements LookupOutcome {}
}

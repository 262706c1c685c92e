package app.parley.profile.export;

import app.parley.profile.personal.FeedPlace;
import java.util.UUID;

/** A place in all that is kept of somebody, in this order. */
public sealed interface ExportPlace {

    /** The account comes first. */
    record Beginning() implements ExportPlace {}

    /** The contacts that follow one, in the order of their ids. */
    record Contacts(UUID after) implements ExportPlace {}

    /** What the person keeps for themselves, in the order of its changes. */
    record Kept(FeedPlace after) implements ExportPlace {}
}

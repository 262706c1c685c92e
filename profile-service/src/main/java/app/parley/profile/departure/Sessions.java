package app.parley.profile.departure;

import java.util.UUID;

/** Where people are logged in. */
public interface Sessions {

    /** Ends all of somebody's, and forgets everything about them. May be said again; throws if it is not all done. */
    void forget(UUID user);
}

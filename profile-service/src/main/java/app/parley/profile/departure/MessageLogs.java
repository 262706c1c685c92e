package app.parley.profile.departure;

import java.util.List;
import java.util.UUID;

/** What was said in conversations. */
public interface MessageLogs {

    /** As many conversations as one call names, so that it is answered in time. */
    int AT_ONCE = 100;

    /**
     * Has these conversations forget somebody who is in none of them any more. May be said again; throws if it is not certain of
     * all of them.
     *
     * @param messages what becomes of what the user sent
     */
    void forget(UUID user, List<UUID> conversations, OwnMessages messages);
}

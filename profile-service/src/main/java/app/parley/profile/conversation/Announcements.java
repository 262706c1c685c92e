package app.parley.profile.conversation;

import java.util.UUID;

/** Has the log of a group tell its changes. */
public interface Announcements {

    /**
     * Says that a group has changed, and waits for a while until its log tells it. May be said again.
     *
     * @param version the number of the change
     * @return whether all changes up to this one are in the log; false if that is not known
     */
    boolean announce(UUID group, long version);
}

package app.parley.chat.routing;

import java.util.UUID;

/** Hears of groups that have changed. Word of it may get lost: the log refuses who does not know. */
public interface GroupsListener {

    /** @param version of the group with the change */
    void groupChanged(UUID group, long version);
}

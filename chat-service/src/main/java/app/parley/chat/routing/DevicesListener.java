package app.parley.chat.routing;

import java.util.Collection;
import java.util.UUID;

/** Hears of devices that came, went, moved or were revoked, anywhere. Word of it may get lost. */
public interface DevicesListener {

    /**
     * Devices are not what they were.
     *
     * @param users whose devices or routes changed
     * @param added those of the users who have a device more than before
     * @param revoked devices whose sessions are over
     */
    void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked);
}

package app.parley.chat.routing;

import java.util.UUID;

/** The devices that this node holds. */
public interface LocalDevices {

    /** Gives a parcel to a device; false if this node does not hold it. */
    boolean deliver(Parcel parcel, UUID device);

    /** Has a device get what it lacks; false if this node does not hold it. */
    boolean nudge(Nudge nudge, UUID device);
}

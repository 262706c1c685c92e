package app.parley.chat.session;

import app.parley.chat.routing.Parcel;

/** The way to a connected device. */
public interface Line {

    /** Whether the device keeps up: without room nothing but what must be said should be put on the line. */
    boolean hasRoom();

    /** Puts a message on the line. */
    void message(Parcel message);

    /** Puts something on the line that the device can do without: it may be dropped, or overtaken by a later one. */
    void passing(Parcel notice);

    /** Says that everything that waited has been sent. */
    void synced();

    void close(Farewell farewell);
}

package app.parley.chat.watching;

/** Who wants to hear of the presence of others. */
public interface Watcher {

    void hear(Presence presence);
}

package app.parley.launcher.process;

/** A process of the stack, whatever runs in it. */
public interface RunningProcess {

    /** The process that serves. */
    ProcessHandle handle();

    /** Asks it to stop, waits for a bounded time, and ends it by force after that. */
    void stop();

    /** Ends it at once, as a power cut would. */
    void kill();

    /** Makes it stand still with its connections open. */
    void pause();

    /** Lets it go on. */
    void resume();
}

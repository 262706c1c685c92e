package app.parley.test;

/** One running server, and what the tests have done to it. */
abstract class StoreInstance {

    static final String USER = "parley";
    static final String PASSWORD = "parley-test";

    private enum State {
        SERVING,
        PAUSED,
        KILLED
    }

    private State state = State.SERVING;

    abstract String host();

    abstract int port();

    abstract void doPause();

    abstract void doResume();

    abstract void doKill();

    abstract void doStart();

    /** Called once, at the end of the JVM: nothing may be left. */
    abstract void end();

    synchronized void pause() {
        require(State.SERVING, "pause");
        doPause();
        state = State.PAUSED;
    }

    synchronized void resume() {
        require(State.PAUSED, "resume");
        doResume();
        state = State.SERVING;
    }

    synchronized void kill() {
        require(State.SERVING, "kill");
        doKill();
        state = State.KILLED;
    }

    synchronized void start() {
        require(State.KILLED, "start");
        doStart();
        state = State.SERVING;
    }

    /** Takes back whatever a test has left. */
    synchronized void serveAgain() {
        switch (state) {
            case SERVING -> {}
            case PAUSED -> resume();
            case KILLED -> start();
        }
    }

    private void require(State required, String action) {
        if (state != required) {
            throw new IllegalStateException("cannot %s a store that is %s".formatted(action, state));
        }
    }
}

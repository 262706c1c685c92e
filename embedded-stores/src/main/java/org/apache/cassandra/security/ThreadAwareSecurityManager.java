package org.apache.cassandra.security;

/**
 * Stands first on the class path of a Cassandra process, in place of the class of the same name.
 *
 * <p>Cassandra's own one installs a security manager, which the JDK has not had since version 24, and without it Cassandra
 * does not start. It guards user-defined functions only, and those are off.
 */
public final class ThreadAwareSecurityManager {

    private ThreadAwareSecurityManager() {}

    /** Called by the daemon when it starts. */
    public static void install() {}

    /** Whether user-defined code runs in this thread: never. */
    public static boolean isSecuredThread() {
        return false;
    }
}

package app.parley.launcher.service;

import java.nio.file.Path;

/** The JVM that runs the launcher, which runs the services too. */
final class Jvm {

    private Jvm() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

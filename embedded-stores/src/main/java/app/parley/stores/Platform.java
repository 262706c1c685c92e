package app.parley.stores;

import java.util.Locale;

/** The platform names of the packages that carry native stores. */
final class Platform {

    static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    static final boolean ARM =
            System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64");
    static final String SYSTEM = MAC ? "darwin" : "linux";

    private Platform() {}
}

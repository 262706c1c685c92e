package app.parley.cli.home;

import java.io.IOException;
import java.nio.file.Path;

/** Another process has this home open. */
public final class HomeBusyException extends IOException {

    private static final long serialVersionUID = 1L;

    HomeBusyException(Path folder) {
        super("This device is already in use by another terminal (" + folder + ")."
                + " Close that one, or give --home another folder to be a second device.");
    }
}

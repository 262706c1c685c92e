package app.parley.cli.session;

import java.io.IOException;
import java.net.URI;

/** No answer came from the server. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(URI server, IOException cause) {
        super("Parley does not answer at " + server + " (is it up?)", cause);
    }
}

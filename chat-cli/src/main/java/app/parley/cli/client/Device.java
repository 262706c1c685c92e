package app.parley.cli.client;

import app.parley.cli.conversation.Notebook;
import app.parley.cli.session.People;
import app.parley.cli.session.Session;
import java.net.URI;
import java.net.http.HttpClient;

/** A device that is signed in, with what it remembers: ready to be connected. */
public record Device(HttpClient http, URI server, String handle, Session session, People people, Notebook notebook) {

    /** A client of this device, not started yet. */
    public ParleyClient client(ChatListener listener) {
        return new ParleyClient(http, server, session, notebook, listener, ParleyClient.Timing.STANDARD);
    }
}

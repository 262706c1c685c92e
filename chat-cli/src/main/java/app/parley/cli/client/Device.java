package app.parley.cli.client;

import app.parley.cli.conversation.Notebook;
import app.parley.cli.group.Groups;
import app.parley.cli.group.Partners;
import app.parley.cli.session.People;
import app.parley.cli.session.Session;
import java.net.URI;
import java.net.http.HttpClient;

/** A device that is signed in, with what it remembers: ready to be connected. */
public record Device(
        HttpClient http, URI server, String handle, Session session, People people, Groups groups, Notebook notebook) {

    /** A client of this device, not started yet. */
    public ParleyClient client(ChatListener listener) {
        ParleyClient client = new ParleyClient(http, server, session, notebook, listener, ParleyClient.Timing.STANDARD);
        client.knowGroups(groups.ids());
        return client;
    }

    /** Whom its user can talk to. */
    public Partners partners() {
        return new Partners(people, groups, session.user());
    }
}

package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Retention;

/** The policies between the domain and the wire. */
final class RetentionNames {

    private RetentionNames() {}

    static app.parley.profile.api.Retention wire(Retention policy) {
        return switch (policy) {
            case WIPE -> app.parley.profile.api.Retention.WIPE;
            case ARCHIVE -> app.parley.profile.api.Retention.ARCHIVE;
        };
    }

    static Retention domain(app.parley.profile.api.Retention policy) {
        return switch (policy) {
            case WIPE -> Retention.WIPE;
            case ARCHIVE -> Retention.ARCHIVE;
        };
    }
}

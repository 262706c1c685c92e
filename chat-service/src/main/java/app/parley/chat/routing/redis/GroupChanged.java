package app.parley.chat.routing.redis;

import java.util.UUID;

/** What is published when a group has changed, as JSON. */
record GroupChanged(UUID group, long version) {

    static final String CHANNEL = "parley.chat.groups";
}

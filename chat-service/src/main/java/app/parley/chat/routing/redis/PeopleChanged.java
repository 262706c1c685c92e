package app.parley.chat.routing.redis;

import java.util.Collection;
import java.util.UUID;

/** What is published when people show something else of themselves, or see something else of others, as JSON. */
record PeopleChanged(Collection<UUID> people) {

    static final String CHANNEL = "parley.chat.people";
}

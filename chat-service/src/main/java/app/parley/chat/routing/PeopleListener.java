package app.parley.chat.routing;

import java.util.Collection;
import java.util.UUID;

/** Hears of people whose privacy, blocks or contacts have changed. Word of it may get lost, and come twice. */
public interface PeopleListener {

    void peopleChanged(Collection<UUID> people);
}

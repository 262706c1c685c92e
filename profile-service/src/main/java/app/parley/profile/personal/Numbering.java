package app.parley.profile.personal;

import app.parley.profile.account.UnknownUser;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Numbers the changes of what people keep for themselves. One person's are made one after the other: so a number becomes
 * visible after all that are lower, and whoever reads on from a number misses nothing.
 */
@Component
class Numbering {

    private final PersonalStates states;
    private final ApplicationEventPublisher events;

    Numbering(PersonalStates states, ApplicationEventPublisher events) {
        this.states = states;
        this.events = events;
    }

    /** Before anything is read that decides about a change: until the end of the transaction nobody else makes one. */
    void begin(UUID user) {
        states.make(user);
        if (states.lock(user).isEmpty()) {
            throw UnknownUser.problem();
        }
    }

    /** The number of a change that is made. */
    long next(UUID user) {
        return next(user, 1);
    }

    /** The last of so many numbers for changes that are made. */
    long next(UUID user, int many) {
        long last = states.advance(user, many);
        events.publishEvent(new PersonalChange(user, last));
        return last;
    }

    /** Entries up to this version that said that something is gone are gone themselves. */
    void forget(UUID user, long version) {
        states.forget(user, version);
    }
}

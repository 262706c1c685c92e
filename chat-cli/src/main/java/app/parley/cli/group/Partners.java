package app.parley.cli.group;

import app.parley.cli.conversation.Recipient;
import app.parley.cli.session.People;
import app.parley.cli.session.Person;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds whom a user means.
 *
 * @param self the user, whom nobody talks to alone
 */
public record Partners(People people, Groups groups, UUID self) {

    /** Whoever has this handle. Throws {@link Misunderstanding} if that is nobody else. */
    public Partner withHandle(String handle) {
        Person person = person(handle);
        if (person.id().equals(self)) {
            throw new Misunderstanding("That is you: " + handle);
        }
        return new Partner.One(person);
    }

    /** The group with this name or id. Throws {@link Misunderstanding} if there is none, or more than one. */
    public Partner groupCalled(String nameOrId) {
        return new Partner.Many(groups.called(nameOrId));
    }

    /** Whom something is for, or nothing if that cannot be found out now. */
    public Optional<Partner> find(Recipient recipient) {
        return recipient.isGroup()
                ? groups.find(recipient.id()).map(Partner.Many::new)
                : people.find(recipient.id()).map(Partner.One::new);
    }

    Person person(String handle) {
        return people.named(handle)
                .orElseThrow(() -> new Misunderstanding("There is nobody called \"" + handle + "\" here."));
    }
}

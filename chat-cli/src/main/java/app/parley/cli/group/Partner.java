package app.parley.cli.group;

import app.parley.cli.conversation.Recipient;
import app.parley.cli.session.Person;

/** Whom a user talks to. */
public sealed interface Partner {

    /** Somebody. */
    record One(Person person) implements Partner {

        @Override
        public Recipient recipient() {
            return Recipient.user(person.id());
        }

        @Override
        public String title() {
            return person.handle();
        }

        @Override
        public String described() {
            return person.displayName().equals(person.handle())
                    ? person.handle()
                    : person.displayName() + " (" + person.handle() + ")";
        }
    }

    /** All in a group. */
    record Many(Group group) implements Partner {

        @Override
        public Recipient recipient() {
            return Recipient.group(group.id());
        }

        @Override
        public String title() {
            return group.name();
        }

        @Override
        public String described() {
            return "the group \"" + group.name() + "\" (" + group.size() + ")";
        }
    }

    Recipient recipient();

    /** In a word. */
    String title();

    /** In a sentence. */
    String described();
}

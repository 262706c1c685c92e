package app.parley.profile.contact;

/** What became of putting somebody into an address book. */
public sealed interface ContactOutcome {

    /** @param added whether they were not in the book before */
    record Kept(Contact contact, boolean added) implements ContactOutcome {}

    /** One of the two does not exist. */
    record UnknownPerson() implements ContactOutcome {}

    /** Nobody is in their own book. */
    record Oneself() implements ContactOutcome {}

    /** The book has so many entries, and may not have more. */
    record Full(int most) implements ContactOutcome {}
}

package app.parley.profile.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom somebody lets see something of them. */
public enum Circle {
    @JsonProperty("everyone")
    EVERYONE,
    /** Those in their own address book. */
    @JsonProperty("contacts")
    CONTACTS,
    @JsonProperty("nobody")
    NOBODY;

    /** @param known whether somebody is in the address book of whose circle this is */
    boolean includes(boolean known) {
        return switch (this) {
            case EVERYONE -> true;
            case CONTACTS -> known;
            case NOBODY -> false;
        };
    }
}

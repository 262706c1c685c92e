package app.parley.profile.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody may do in a group. */
public enum Role {
    /** One of them, as long as there is anybody: an admin whom nobody else removes. */
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("member")
    MEMBER;

    /** Whether it has the rights of an admin. */
    public boolean isAdmin() {
        return this != MEMBER;
    }
}

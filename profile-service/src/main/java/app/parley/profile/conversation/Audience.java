package app.parley.profile.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a group lets do something. */
public enum Audience {
    @JsonProperty("members")
    MEMBERS,
    @JsonProperty("admins")
    ADMINS;

    /** Whether somebody with this role belongs to it. */
    boolean includes(Role role) {
        return this == MEMBERS || role.isAdmin();
    }
}

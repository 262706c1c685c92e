package app.parley.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is in a conversation; in a direct one both are members. */
public enum Role {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("admin")
    ADMIN,
    @JsonProperty("member")
    MEMBER
}

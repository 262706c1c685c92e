package app.parley.presence.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a device may stay connected. */
public enum ConnectionOutcome {
    /** It is registered at the node. */
    @JsonProperty("held")
    HELD,
    /** Its session has been revoked or has expired: the socket must be closed. */
    @JsonProperty("revoked")
    REVOKED
}

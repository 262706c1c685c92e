package app.parley.load.account;

import java.util.UUID;

/**
 * Somebody who takes part in a load run, on one device.
 *
 * @param token an access token that was good when the run began
 */
public record Account(String handle, UUID user, UUID device, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Account[handle=" + handle + "]";
    }
}

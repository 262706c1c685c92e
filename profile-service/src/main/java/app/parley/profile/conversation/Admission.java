package app.parley.profile.conversation;

import java.util.UUID;

/** What an invite did for somebody. */
public sealed interface Admission {

    /** They are in the group, since now or before. */
    record In(UUID conversation) implements Admission {}

    /** They have asked its admins. */
    record Asked() implements Admission {}
}

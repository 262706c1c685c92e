package app.parley.profile.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** Somebody in a conversation. */
@Embeddable
record Member(@Column(name = "account_id") UUID user, Instant joinedAt) {}

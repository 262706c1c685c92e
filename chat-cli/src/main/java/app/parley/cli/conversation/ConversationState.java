package app.parley.cli.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link Conversation} between two runs. What is held back behind a gap is not kept: it comes again. */
record ConversationState(
        UUID id,
        @Nullable UUID peer,
        long position,
        long acknowledged,
        long read,
        long readSaid,
        long peerDelivered,
        long peerRead,
        long ownHead,
        boolean group) {}

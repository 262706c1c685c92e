package app.parley.offlinestore.conversation;

import java.time.Duration;

/**
 * What holds for every conversation of a deployment.
 *
 * @param retention for those that have no policy of their own
 * @param rememberedSends how many sends a conversation remembers beyond those in the journal
 * @param lostFor how long a device keeps its place that is missing on a list which may have forgotten it
 */
public record ConversationRules(Retention retention, int rememberedSends, Duration lostFor) {}

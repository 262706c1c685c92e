package app.parley.offlinestore.conversation;

/**
 * What holds for every conversation of a deployment.
 *
 * @param retention for those that have no policy of their own
 * @param rememberedSends how many sends a conversation remembers beyond those in the journal
 */
public record ConversationRules(Retention retention, int rememberedSends) {}

package app.parley.profile.conversation;

/** What became of the wish for two people's conversation. */
public sealed interface DirectConversationOutcome {

    /** Here it is, new or not. */
    record Found(Conversation conversation) implements DirectConversationOutcome {}

    /** One of the two does not exist. */
    record UnknownUser() implements DirectConversationOutcome {}

    /** It takes two. */
    record SameUser() implements DirectConversationOutcome {}
}

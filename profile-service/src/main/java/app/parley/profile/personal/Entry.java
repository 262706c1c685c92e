package app.parley.profile.personal;

/** Something that somebody keeps for themselves, as it is now. */
public sealed interface Entry permits BroadcastList, ConversationState, MessageState {

    /** The number of its last change among all of the person's. */
    long version();
}

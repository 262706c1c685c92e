package app.parley.profile.conversation;

import java.util.Set;
import java.util.UUID;

/** Why somebody's wish about a conversation is not met. */
public sealed interface Refusal {

    /** There is none, or they are not in it. */
    record UnknownConversation() implements Refusal {}

    /** It is a conversation of two people. */
    record NotAGroup() implements Refusal {}

    /** The group lets only its admins do that. */
    record NotAnAdmin() implements Refusal {}

    /** It is only the owner's to do that. */
    record NotTheOwner() implements Refusal {}

    /** A group with members has an owner. */
    record LastOwner() implements Refusal {}

    /** The one whom it is about is not in the group. */
    record NotAMember() implements Refusal {}

    /** The group may have so many members, and not more. */
    record Full(int most) implements Refusal {}

    /** Nobody has these ids. */
    record UnknownUsers(Set<UUID> ids) implements Refusal {}

    /** These let only others add them to groups, or one of the two has blocked the other. */
    record ForbidBeingAdded(Set<UUID> ids) implements Refusal {}

    /** No invite has this code or id. */
    record UnknownInvite() implements Refusal {}

    /** The invite was for some time, which is over. */
    record InviteExpired() implements Refusal {}

    /** The invite was for some people, who have come. */
    record InviteUsedUp() implements Refusal {}

    /** The invite was taken back, or leads into a group that all have left. */
    record InviteRevoked() implements Refusal {}

    /** The group may have so many invites at once, and not more. */
    record TooManyInvites(int most) implements Refusal {}

    /** The user has not asked to be let in. */
    record NotRequested() implements Refusal {}
}

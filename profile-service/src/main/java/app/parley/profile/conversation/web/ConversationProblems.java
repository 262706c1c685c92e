package app.parley.profile.conversation.web;

import app.parley.profile.account.UnknownUser;
import app.parley.profile.conversation.Decision;
import app.parley.profile.conversation.Refusal;
import app.parley.service.problem.ProblemException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What somebody hears whose wish about a conversation is not met. */
final class ConversationProblems {

    private ConversationProblems() {}

    /** What was wished for. */
    static <T> T metOrThrow(Decision<T> decision) {
        return switch (decision) {
            case Decision.Met<T>(T result) -> result;
            case Decision.Refused<T>(Refusal reason) -> throw of(reason);
        };
    }

    static ProblemException of(Refusal reason) {
        return switch (reason) {
            case Refusal.UnknownConversation _ ->
                notFound("unknown_conversation", "There is no such conversation, or you are not in it.");
            case Refusal.NotAGroup _ -> conflict("not_a_group", "That is a conversation of two people.");
            case Refusal.NotAnAdmin _ -> forbidden("not_an_admin", "Only admins of the group may do that.");
            case Refusal.NotTheOwner _ -> forbidden("not_the_owner", "Only the owner of the group may do that.");
            case Refusal.LastOwner _ ->
                conflict("last_owner", "The owner of a group hands it over to another member first.");
            case Refusal.NotAMember _ -> notFound("not_a_member", "The user is not in the group.");
            case Refusal.Full(int most) -> conflict("group_full", "A group has at most %d members.".formatted(most));
            case Refusal.UnknownUsers(var ids) -> UnknownUser.problem(ids);
            case Refusal.ForbidBeingAdded(var ids) ->
                ofUsers(
                        ids,
                        HttpStatus.FORBIDDEN,
                        "forbids_being_added",
                        "%d of the users do not let you add them to groups, such as %s.");
            case Refusal.UnknownInvite _ -> notFound("unknown_invite", "There is no such invite.");
            case Refusal.InviteExpired _ -> gone("invite_expired", "The invite has expired.");
            case Refusal.InviteUsedUp _ -> gone("invite_used_up", "The invite has been used by all whom it was for.");
            case Refusal.InviteRevoked _ -> gone("invite_revoked", "The invite has been taken back.");
            case Refusal.TooManyInvites(int most) ->
                conflict("too_many_invites", "A group has at most %d invites.".formatted(most));
            case Refusal.NotRequested _ -> notFound("unknown_request", "The user has not asked to be let in.");
        };
    }

    /** Names them all to programs, and people one of them. */
    private static ProblemException ofUsers(Collection<UUID> ids, HttpStatus status, String code, String reason) {
        ProblemException problem = new ProblemException(
                status, code, reason.formatted(ids.size(), ids.iterator().next()));
        problem.getBody().setProperty("users", ids.stream().sorted().toList());
        return problem;
    }

    private static ProblemException notFound(String code, String reason) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, reason);
    }

    private static ProblemException gone(String code, String reason) {
        return new ProblemException(HttpStatus.GONE, code, reason);
    }

    private static ProblemException forbidden(String code, String reason) {
        return new ProblemException(HttpStatus.FORBIDDEN, code, reason);
    }

    private static ProblemException conflict(String code, String reason) {
        return new ProblemException(HttpStatus.CONFLICT, code, reason);
    }
}

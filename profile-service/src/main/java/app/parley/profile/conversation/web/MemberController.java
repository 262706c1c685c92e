package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.Conversations;
import app.parley.profile.conversation.GroupMembers;
import app.parley.profile.conversation.Member;
import app.parley.profile.conversation.Refusal;
import app.parley.profile.privacy.Appearance;
import app.parley.profile.privacy.Appearances;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations/{id}/members")
@Tag(name = "Groups")
class MemberController {

    /** Before everybody: no account has this id. */
    private static final UUID START = new UUID(0, 0);

    private final Conversations conversations;
    private final GroupMembers members;
    private final Appearances appearances;

    MemberController(Conversations conversations, GroupMembers members, Appearances appearances) {
        this.conversations = conversations;
        this.members = members;
        this.appearances = appearances;
    }

    @GetMapping
    @Operation(summary = "List who is in a conversation", description = "In the order of their ids, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    MemberPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Parameter(description = "`next` of the page before") @Nullable
                    UUID cursor) {
        if (conversations.findMembership(caller.user(), id).isEmpty()) {
            throw ConversationProblems.of(new Refusal.UnknownConversation());
        }
        List<Member> found = conversations.findMembersAfter(id, cursor == null ? START : cursor, limit + 1);
        List<Member> page = found.subList(0, Math.min(limit, found.size()));
        return new MemberPage(
                views(caller, page), page.size() < found.size() ? page.getLast().user() : null);
    }

    @PostMapping
    @Operation(
            summary = "Add people to a group",
            description = "Those may whom the group's `adding` names. All are added, or nobody is.")
    @ApiResponse(responseCode = "200", description = "Who was added")
    @ApiResponse(
            responseCode = "403",
            description =
                    "`not_an_admin`: the group lets only admins add people; `forbids_being_added`: `users` has the ids of those who do not let one add them")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(
            responseCode = "409",
            description = "`group_full`: it may not have so many members; `not_a_group`: it is of two people")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_field`: `errors` names each field and what is wrong; `unknown_user`: `users` has the"
                            + " ids that are nobody's")
    AddedMembers add(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody NewMembers added) {
        return new AddedMembers(views(caller, metOrThrow(members.add(caller.user(), id, Set.copyOf(added.users())))));
    }

    @PutMapping("/{user}/role")
    @Operation(
            summary = "Give a member of a group another role",
            description = "Admins may make members admins, and admins members, themselves too. Only the owner hands the"
                    + " ownership over.")
    @ApiResponse(responseCode = "200", description = "The member as they are now")
    @ApiResponse(
            responseCode = "403",
            description = "`not_an_admin`: one is none; `not_the_owner`: it would take the ownership from its owner")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it; `not_a_member`: the user is"
                    + " not in it")
    @ApiResponse(
            responseCode = "409",
            description = "`last_owner`: an owner hands over, and does not just give up; `not_a_group`: it is of two"
                    + " people")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: an id is not a UUID")
    MemberView give(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID user,
            @Valid @RequestBody RoleChange change) {
        Member member = metOrThrow(members.give(caller.user(), id, user, change.role()));
        return views(caller, List.of(member)).getFirst();
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove somebody from a group, or leave it",
            description = "Admins may remove everybody but the owner, and everybody may leave: by one's own id.")
    @ApiResponse(responseCode = "204", description = "The user is not in the group any more")
    @ApiResponse(
            responseCode = "403",
            description = "`not_an_admin`: one is none; `not_the_owner`: nobody removes the owner")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it; `not_a_member`: the user is"
                    + " not in it")
    @ApiResponse(
            responseCode = "409",
            description = "`last_owner`: the owner hands the group over before leaving others behind; `not_a_group`: it"
                    + " is of two people")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: an id is not a UUID")
    void remove(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID user) {
        metOrThrow(members.remove(caller.user(), id, user));
    }

    private List<MemberView> views(Caller caller, List<Member> seen) {
        Map<UUID, Appearance> looks =
                appearances.to(caller.user(), seen.stream().map(Member::user).collect(Collectors.toSet()));
        return seen.stream()
                .map(member -> MemberView.of(member, looks.getOrDefault(member.user(), Appearance.NONE)))
                .toList();
    }
}

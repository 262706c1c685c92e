package app.parley.profile.personal.web;

import app.parley.profile.account.Account;
import app.parley.profile.api.ConversationKind;
import app.parley.profile.api.OwnConversation;
import app.parley.profile.api.Person;
import app.parley.profile.api.Role;
import app.parley.profile.conversation.Group;
import app.parley.profile.personal.Broadcasts;
import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Draft;
import app.parley.profile.personal.Overview;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people's part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/people")
@Hidden
class InternalPeopleController {

    private final Overview overview;
    private final Broadcasts broadcasts;

    InternalPeopleController(Overview overview, Broadcasts broadcasts) {
        this.overview = overview;
        this.broadcasts = broadcasts;
    }

    @GetMapping("/{user}/conversations")
    List<OwnConversation> conversations(@PathVariable UUID user) {
        return overview.of(user).stream().map(InternalPeopleController::record).toList();
    }

    @GetMapping("/{user}/broadcasts/{broadcast}/recipients")
    List<UUID> recipients(@PathVariable UUID user, @PathVariable UUID broadcast) {
        return broadcasts.get(user, broadcast).recipients();
    }

    private static OwnConversation record(Overview.Line line) {
        var conversation = line.conversation().conversation();
        ConversationState state = line.state();
        return new OwnConversation(
                conversation.id(),
                conversation instanceof Group ? ConversationKind.GROUP : ConversationKind.DIRECT,
                conversation instanceof Group group ? group.info().name().value() : null,
                line.other().map(InternalPeopleController::record).orElse(null),
                line.conversation().memberCount(),
                role(line.conversation().role()),
                state.mutedUntil().orElse(null),
                state.isArchived(),
                state.pinnedAt().orElse(null),
                state.draft().map(Draft::json).orElse(null),
                state.draftedAt().orElse(null),
                state.clearedTo(),
                line.hidden());
    }

    private static Person record(Account account) {
        return new Person(account.id(), account.handle(), account.displayName());
    }

    private static Role role(app.parley.profile.conversation.Role role) {
        return switch (role) {
            case OWNER -> Role.OWNER;
            case ADMIN -> Role.ADMIN;
            case MEMBER -> Role.MEMBER;
        };
    }
}

package app.parley.chat.inbox.profile;

import app.parley.chat.inbox.OwnConversation;
import app.parley.chat.inbox.OwnConversation.Person;
import app.parley.chat.inbox.OwnConversations;
import app.parley.profile.api.ConversationKind;
import app.parley.profile.api.ProfileApi;
import app.parley.profile.api.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks profile-service, each time: it is asked when an app starts. */
@Component
class ProfileOwnConversations implements OwnConversations {

    private final ProfileApi profiles;

    ProfileOwnConversations(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<List<OwnConversation>> of(UUID user) {
        return profiles.conversationsOf(user)
                .map(found -> found.stream()
                        .map(ProfileOwnConversations::conversation)
                        .toList());
    }

    private static OwnConversation conversation(app.parley.profile.api.OwnConversation its) {
        return new OwnConversation(
                its.id(),
                its.kind() == ConversationKind.GROUP,
                its.name(),
                person(its.other()),
                its.memberCount(),
                role(its.role()),
                its.mutedUntil(),
                its.archived(),
                its.pinnedAt(),
                its.draft(),
                its.draftedAt(),
                its.clearedTo(),
                its.hidden());
    }

    private static @Nullable Person person(app.parley.profile.api.@Nullable Person its) {
        return its == null ? null : new Person(its.user(), its.handle(), its.displayName());
    }

    private static OwnConversation.Role role(Role role) {
        return switch (role) {
            case OWNER -> OwnConversation.Role.OWNER;
            case ADMIN -> OwnConversation.Role.ADMIN;
            case MEMBER -> OwnConversation.Role.MEMBER;
        };
    }
}

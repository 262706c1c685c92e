package app.parley.chat.conversation;

import app.parley.chat.conversation.NoConversationException.Reason;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Routes;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Finds who has to hear of what a user says in a conversation. */
@Component
public class Audiences {

    private final Conversations conversations;
    private final Routes routes;

    Audiences(Conversations conversations, Routes routes) {
        this.conversations = conversations;
        this.routes = routes;
    }

    /** The audience of what this user says there; complete at once if all of it is remembered. */
    public CompletableFuture<Audience> of(UUID user, Target target) {
        return conversation(user, target).thenApply(Audiences::answered).thenCompose(this::withDevices);
    }

    /** The other one of a pair may have closed their account: what was said stays, and nobody would hear more. */
    private static Conversation answered(Conversation conversation) {
        if (!conversation.isGroup() && conversation.members().size() < 2) {
            throw new NoConversationException(Reason.UNKNOWN_USER);
        }
        return conversation;
    }

    /** As {@link #of}, in a group that has changed since this version. */
    public CompletableFuture<Audience> after(long version, UUID user, UUID group) {
        return conversations
                .after(group, version)
                .thenApply(changed -> checked(changed, user))
                .thenCompose(this::withDevices);
    }

    /** These members of an outdated audience, with the devices that they have now. */
    public CompletableFuture<List<Member>> after(Audience outdated, Collection<UUID> users) {
        return all(outdated.members().stream()
                .filter(member -> users.contains(member.user()))
                .map(routes::after)
                .toList());
    }

    /** The conversation, if this user is in it. */
    public CompletableFuture<Conversation> conversation(UUID user, Target target) {
        return switch (target) {
            case Target.OfUser(UUID other)
            when other.equals(user) -> CompletableFuture.failedFuture(new NoConversationException(Reason.ONESELF));
            case Target.OfUser(UUID other) -> conversations.direct(user, other);
            case Target.OfConversation(UUID id) ->
                conversations
                        .byId(id)
                        .thenCompose(
                                known -> known.isGroup() && !known.members().contains(user)
                                        ? conversations.doubted(id, known.version())
                                        : CompletableFuture.completedFuture(known))
                        .thenApply(conversation -> checked(conversation, user));
        };
    }

    private static Conversation checked(Conversation conversation, UUID user) {
        if (!conversation.members().contains(user)) {
            throw new NoConversationException(Reason.UNKNOWN_CONVERSATION);
        }
        return conversation;
    }

    /** These members of a conversation with the devices that they have now. */
    public CompletableFuture<Audience> withDevices(Conversation conversation, List<UUID> some) {
        return all(some.stream().map(routes::of).toList()).thenApply(members -> new Audience(conversation, members));
    }

    /** The members of a conversation with the devices that they have now. */
    public CompletableFuture<Audience> withDevices(Conversation conversation) {
        return withDevices(conversation, conversation.members());
    }

    private static CompletableFuture<List<Member>> all(List<CompletableFuture<Member>> members) {
        return CompletableFuture.allOf(members.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> members.stream().map(CompletableFuture::join).toList());
    }
}

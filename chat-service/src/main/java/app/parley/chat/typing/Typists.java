package app.parley.chat.typing;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Router;
import app.parley.chat.routing.TypingNotice;
import app.parley.chat.sight.Sight;
import app.parley.chat.sight.Sights;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells the others in a conversation that a user types, but for those who are not in contact. Nothing is stored: who is not there does not hear of it.
 */
@Component
public class Typists {

    private final Audiences audiences;
    private final Sights sights;
    private final Router router;

    Typists(Audiences audiences, Sights sights, Router router) {
        this.audiences = audiences;
        this.sights = sights;
        this.router = router;
    }

    public void tell(Device typist, UUID conversation, TypingNotice.State state, Consumer<Refusal> refused) {
        var _ = audiences
                .of(typist.user(), new Target.OfConversation(conversation))
                .thenCompose(audience -> inContact(others(audience, typist), typist.user()))
                .whenComplete((hearing, failure) -> {
                    if (failure != null) {
                        refused.accept(Refusal.of(failure));
                        return;
                    }
                    router.route(new TypingNotice(conversation, typist.user(), state), hearing);
                });
    }

    private static List<Member> others(Audience audience, Device typist) {
        return audience.members().stream()
                .filter(member -> !member.user().equals(typist.user()))
                .toList();
    }

    private CompletableFuture<List<Member>> inContact(List<Member> others, UUID typist) {
        return sights.of(others.stream().map(Member::user).toList(), typist)
                .thenApply(seen -> others.stream()
                        .filter(member ->
                                seen.getOrDefault(member.user(), Sight.NOTHING).contact())
                        .toList());
    }
}

package app.parley.chat.typing;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Router;
import app.parley.chat.routing.TypingNotice;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells the others in a conversation that a user types. Nothing is stored: who is not there does not hear of it. */
@Component
public class Typists {

    private final Audiences audiences;
    private final Router router;

    Typists(Audiences audiences, Router router) {
        this.audiences = audiences;
        this.router = router;
    }

    public void tell(Device typist, UUID conversation, boolean started, Consumer<Refusal> refused) {
        var _ = audiences
                .of(typist.user(), new Target.OfConversation(conversation))
                .whenComplete((audience, failure) -> {
                    if (failure != null) {
                        refused.accept(Refusal.of(failure));
                        return;
                    }
                    router.route(new TypingNotice(conversation, typist.user(), started), others(audience, typist));
                });
    }

    private static List<Member> others(Audience audience, Device typist) {
        return audience.members().stream()
                .filter(member -> !member.user().equals(typist.user()))
                .toList();
    }
}

package app.parley.chat.message.web;

import app.parley.chat.api.ChatApi;
import app.parley.chat.message.GroupChanges;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link ChatApi}. */
@RestController
class GroupChangesController implements ChatApi {

    private final GroupChanges changes;

    GroupChangesController(GroupChanges changes) {
        this.changes = changes;
    }

    @Override
    public Mono<Void> announce(UUID conversation, long version) {
        return changes.bringUpTo(conversation, version).onErrorMap(MessageProblems::of);
    }
}

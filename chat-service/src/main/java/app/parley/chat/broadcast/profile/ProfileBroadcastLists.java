package app.parley.chat.broadcast.profile;

import app.parley.chat.broadcast.BroadcastLists;
import app.parley.profile.api.ProfileApi;
import app.parley.service.client.RemoteProblem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks profile-service, each time: who has changed a list expects the next message to go by it. */
@Component
class ProfileBroadcastLists implements BroadcastLists {

    private final ProfileApi profiles;

    ProfileBroadcastLists(ProfileApi profiles) {
        this.profiles = profiles;
    }

    @Override
    public Mono<List<UUID>> recipients(UUID owner, UUID list) {
        return profiles.recipients(owner, list).onErrorResume(ProfileBroadcastLists::isUnknown, _ -> Mono.empty());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof RemoteProblem problem && problem.code().equals("unknown_broadcast");
    }
}

package app.parley.chat.routing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** Which node holds which device. */
public interface Routes {

    /** A user's devices, as far as remembered: complete at once for whoever was asked for lately. */
    CompletableFuture<Member> of(UUID user);

    /** A user's devices, asked for anew if what is remembered is no newer than this, which is outdated. */
    CompletableFuture<Member> after(Member outdated);

    /** The devices of these users as they are now, past all memory. */
    Mono<List<Member>> now(Collection<UUID> users);
}

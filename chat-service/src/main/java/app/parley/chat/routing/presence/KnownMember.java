package app.parley.chat.routing.presence;

import app.parley.chat.routing.Member;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A user's devices as they were last heard of, or will be heard of first. */
final class KnownMember {

    private final UUID user;
    private volatile CompletableFuture<Member> devices = new CompletableFuture<>();
    private boolean asked;
    private long askedAt;
    private long learntBy;

    KnownMember(UUID user) {
        this.user = user;
    }

    UUID user() {
        return user;
    }

    CompletableFuture<Member> devices() {
        return devices;
    }

    boolean isKnown() {
        CompletableFuture<Member> now = devices;
        return now.isDone() && !now.isCompletedExceptionally();
    }

    /** Whether what was heard of last is no newer than this. */
    boolean isNoNewerThan(Member member) {
        return isKnown() && devices.resultNow().version() <= member.version();
    }

    /** True once each time so much has passed since it was last true, and at first. */
    synchronized boolean isDue(Duration refreshAfter) {
        long now = System.nanoTime();
        if (asked && now - askedAt < refreshAfter.toNanos()) {
            return false;
        }
        asked = true;
        askedAt = now;
        return true;
    }

    /**
     * What a call brought, unless a later call has brought something already. Whoever waits goes on outside of the lock, for
     * they have locks of their own.
     */
    void learn(Member member, long call) {
        CompletableFuture<Member> awaited;
        synchronized (this) {
            if (call < learntBy) {
                return;
            }
            learntBy = call;
            awaited = devices;
            devices = CompletableFuture.completedFuture(member);
        }
        awaited.complete(member);
    }

    void fail(Throwable failure) {
        devices.completeExceptionally(failure);
    }
}

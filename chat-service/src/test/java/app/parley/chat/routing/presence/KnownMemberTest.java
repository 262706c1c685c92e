package app.parley.chat.routing.presence;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.chat.routing.Member;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KnownMemberTest {

    private final UUID user = UUID.randomUUID();
    private final KnownMember known = new KnownMember(user);

    private Member at(String node) {
        return new Member(user, 1, 1, List.of(new Member.Route(UUID.randomUUID(), node)));
    }

    @Test
    void whoWaitsForTheFirstAnswerGetsIt() {
        CompletableFuture<Member> awaited = known.devices();
        Member first = at("first");

        known.learn(first, 1);

        assertThat(awaited).isCompletedWithValue(first);
        assertThat(known.devices()).isCompletedWithValue(first);
    }

    @Test
    void whatALaterCallBroughtStaysWhenAnEarlierOneComesAfterIt() {
        Member newer = at("newer");
        known.learn(newer, 2);

        known.learn(at("older"), 1);

        assertThat(known.devices()).isCompletedWithValue(newer);
    }

    @Test
    void theAnswerOfALaterCallTakesThePlaceOfAnEarlier() {
        known.learn(at("older"), 1);
        Member newer = at("newer");

        known.learn(newer, 2);

        assertThat(known.devices()).isCompletedWithValue(newer);
    }

    /** They take their own locks then, and who holds one of those may ask for this member. */
    @Test
    void whoeverWaitsGoesOnOutsideOfTheLock() {
        CompletableFuture<Boolean> locked = known.devices().thenApply(_ -> Thread.holdsLock(known));

        known.learn(at("anywhere"), 1);

        assertThat(locked).isCompletedWithValue(false);
    }
}

package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices whose clock is years off: the server believes no time of a client's. */
@ExtendWith(Suite.class)
class ClockTest {

    /** More than a conversation remembers of its sends by itself. */
    private static final int MANY = 300;

    private final PublicApi api;

    ClockTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2099-01-01T00:00:00Z"})
    void aRetryIsRecognisedAndTheOrderHoldsWithIdsOf(Instant clock) {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Session away = api.login(bob);
        List<String> said = new ArrayList<>();
        try (Device right = Device.connect(api, api.login(alice));
                Device wrong = Device.connect(api, api.login(alice))) {
            right.send(id(Instant.now()), bob.id(), say(said, "before"));
            UUID id = id(clock);
            Device.Accepted first = wrong.send(id, bob.id(), say(said, "from another time"));
            right.send(id(Instant.now()), bob.id(), say(said, "after"));
            assertThat(wrong.send(id, bob.id(), "from another time")).isEqualTo(first);
            for (int i = 0; i < MANY; i++) {
                right.send(id(Instant.now()), bob.id(), say(said, "message " + i));
            }
            assertThat(wrong.send(id, bob.id(), "from another time")).isEqualTo(first);
            long head =
                    right.send(id(Instant.now()), bob.id(), say(said, "last")).seq();
            assertThat(head).isEqualTo(said.size());
            try (Device b = Device.connect(api, away)) {
                b.awaitMessages(first.conversation(), head);
                assertThat(b.texts(first.conversation())).isEqualTo(said);
            }
        }
    }

    private static String say(List<String> said, String text) {
        said.add(text);
        return text;
    }

    /** A UUIDv7 of this moment. */
    private static UUID id(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}

package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Session;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Once in the log: a send that is tried again gets the place that it has. */
@ExtendWith(Suite.class)
class RetryTest {

    private final Suite.Running suite;
    private final PublicApi api;

    RetryTest(Suite.Running suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void onTheSameAndOnANewConnection() {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Session phone = api.login(alice);
        UUID id = UUID.randomUUID();
        try (Device b = Device.connect(api, api.login(bob))) {
            Device.Accepted first;
            try (Device a = Device.connect(api, phone)) {
                first = a.send(id, bob.id(), "once");
                assertThat(a.send(id, bob.id(), "once")).isEqualTo(first);
            }
            try (Device a = Device.connect(api, phone)) {
                assertThat(a.send(id, bob.id(), "once")).isEqualTo(first);
                long next = a.send(bob.id(), "next").seq();
                assertThat(next).isEqualTo(first.seq() + 1);
                b.awaitMessages(first.conversation(), next);
            }
            assertThat(b.texts(first.conversation())).containsExactly("once", "next");
        }
    }

    static Stream<Part> services() {
        return Stream.of(Part.values()).filter(Part::isService);
    }

    @ParameterizedTest
    @MethodSource("services")
    void afterARestartOf(Part service) {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        Session phone = api.login(alice);
        UUID id = UUID.randomUUID();
        Device.Accepted first;
        try (Device a = Device.connect(api, phone)) {
            first = a.send(id, bob.id(), "once");
        }

        suite.stack().stop(Instance.first(service));
        suite.stack().start(Instance.first(service));

        try (Device a = Device.connect(api, phone);
                Device b = Device.connect(api, api.login(bob))) {
            assertThat(a.send(id, bob.id(), "once")).isEqualTo(first);
            b.awaitMessages(first.conversation(), first.seq());
            assertThat(b.texts(first.conversation())).containsExactly("once");
        }
    }
}

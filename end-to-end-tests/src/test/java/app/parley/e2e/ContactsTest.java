package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An address book through the gateway: kept on one device, seen on the other, and by nobody else. */
@ExtendWith(Suite.class)
class ContactsTest {

    private final PublicApi api;
    private Account alice;
    private Account bob;
    private Account carol;

    ContactsTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeEach
    void accounts() {
        alice = api.register("alice");
        bob = api.register("bob");
        carol = api.register("carol");
    }

    @Test
    void whatOneDeviceWritesIntoTheBookTheOtherReads() {
        Session phone = api.login(alice);
        Session desktop = api.login(alice);

        assertThat(name(phone, bob, "Bob the builder").status()).isEqualTo(200);
        assertThat(name(desktop, carol, null).status()).isEqualTo(200);

        assertThat(book(phone)).isEqualTo(book(desktop));
        assertThat(book(phone).json().path("contacts").findValuesAsString("name"))
                .contains("Bob the builder");
        assertThat(book(api.login(bob)).json().path("contacts")).isEmpty();

        assertThat(api.call("DELETE", "/v1/contacts/" + bob.id(), desktop.accessToken(), null)
                        .status())
                .isEqualTo(204);
        assertThat(book(phone).json().path("contacts").findValuesAsString("user"))
                .containsExactly(carol.id().toString());
    }

    private Answer name(Session device, Account person, @Nullable String name) {
        return api.call(
                "PUT", "/v1/contacts/" + person.id(), device.accessToken(), Collections.singletonMap("name", name));
    }

    private Answer book(Session device) {
        return api.get("/v1/contacts", device);
    }
}

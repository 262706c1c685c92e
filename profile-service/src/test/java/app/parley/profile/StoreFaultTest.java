package app.parley.profile;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.ProfileClient.Person;
import app.parley.test.PostgresStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** PostgreSQL stands still, or goes and comes back. */
class StoreFaultTest extends ProfileServiceTest {

    @Test
    @Timeout(60)
    void whileTheDatabaseStandsStillCallersAreToldToTryAgain(PostgresStore postgres) {
        Person ada = client.register("ada");

        postgres.pause();
        try {
            expectProblem(me(ada), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            expectProblem(
                    client.register(ada.handle(), ProfileClient.PASSWORD, "Ada"),
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable");
            assertThat(readiness()).isEqualTo(503);
        } finally {
            postgres.resume();
        }

        awaitService(ada);
    }

    @Test
    @Timeout(60)
    void whenTheDatabaseIsBackTheServiceIsToo(PostgresStore postgres) {
        Person ada = client.register("ada");

        postgres.restart();

        awaitService(ada);
    }

    private void awaitService(Person person) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> me(person).expectStatus().isOk());
        await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
    }

    private ResponseSpec me(Person person) {
        return client.as(person).get().uri("/v1/me").exchange();
    }

    private int readiness() {
        return client.internal()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}

package app.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators and integrators read of the service. */
class OperationTest extends ProfileServiceTest {

    @Test
    void theServiceIsReadyWithItsDatabase() {
        client.internal()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.db.status")
                .isEqualTo("UP");
    }

    @Test
    void metricsTellOfAccountsLoginsAndHashes() {
        client.internal()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics)
                        .contains("parley_accounts_registered_total", "parley_logins_total", "outcome=\"failed\"")
                        .contains("parley_passwords_hashed_seconds_count", "hikaricp_connections_active"));
    }

    @Test
    void theApiDocumentShowsThePublicEndpointsAndNoOthers() {
        client.anybody()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.openapi")
                .value(String.class, version -> assertThat(version).startsWith("3.1"))
                .jsonPath("$.paths.keys()")
                .value(
                        List.class,
                        paths -> assertThat(List.<Object>copyOf(paths))
                                .containsExactlyInAnyOrder(
                                        "/v1/accounts",
                                        "/v1/me",
                                        "/v1/me/changes",
                                        "/v1/broadcasts",
                                        "/v1/broadcasts/{id}",
                                        "/v1/stars",
                                        "/v1/me/addresses",
                                        "/v1/me/addresses/verification",
                                        "/v1/me/addresses/email",
                                        "/v1/me/addresses/phone",
                                        "/v1/me/privacy",
                                        "/v1/users",
                                        "/v1/users/{id}",
                                        "/v1/contacts",
                                        "/v1/contacts/lookup",
                                        "/v1/contacts/{user}",
                                        "/v1/blocks",
                                        "/v1/blocks/{user}",
                                        "/v1/conversations",
                                        "/v1/conversations/{id}",
                                        "/v1/conversations/{id}/retention",
                                        "/v1/conversations/{id}/personal",
                                        "/v1/conversations/{id}/stars/{seq}",
                                        "/v1/conversations/{id}/hidden",
                                        "/v1/conversations/{id}/hidden/{seq}",
                                        "/v1/conversations/{id}/members",
                                        "/v1/conversations/{id}/members/{user}",
                                        "/v1/conversations/{id}/members/{user}/role",
                                        "/v1/conversations/{id}/invites",
                                        "/v1/conversations/{id}/invites/{invite}",
                                        "/v1/conversations/{id}/requests",
                                        "/v1/conversations/{id}/requests/{user}",
                                        "/v1/invites/{code}"))
                .jsonPath("$.components.schemas.GroupRequest.required")
                .isEqualTo(List.of("members", "name"))
                .jsonPath("$.components.schemas.GroupChangeRequest.required")
                .doesNotExist()
                .jsonPath("$.components.schemas.MemberView.required.length()")
                .isEqualTo(5)
                .jsonPath("$.components.schemas.MessageStateView.allOf[1].required.length()")
                .isEqualTo(5)
                .jsonPath("$.components.schemas.EntryView.discriminator.mapping.message")
                .isEqualTo("#/components/schemas/MessageStateView")
                .jsonPath("$.components.schemas.PrivacyChange.required")
                .doesNotExist()
                .jsonPath("$.components.schemas.PrivacyChange.properties.length()")
                .isEqualTo(6)
                .jsonPath("$.components.schemas.PrivacyView.properties.about.enum")
                .isEqualTo(List.of("everyone", "contacts", "nobody"))
                .jsonPath("$.paths['/v1/accounts'].post.responses.409.description")
                .value(String.class, description -> assertThat(description).contains("handle_taken"))
                .jsonPath("$.paths['/v1/accounts'].post.responses.409.content['application/problem+json'].schema.$ref")
                .isEqualTo("#/components/schemas/Problem");
    }
}

package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Conversation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Groups as large as they may be where nobody says otherwise. */
class LargeGroupTest extends ProfileServiceTest {

    @Autowired
    private JdbcTemplate database;

    @Test
    void aGroupOfAThousandAndTwentyFourIsFoundedChangedAndLookedUp() {
        Person ada = client.register("ada");
        List<UUID> others = people(1023);
        URI group = found(ada, others)
                .expectStatus()
                .isCreated()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        UUID id = UUID.fromString(group.getPath().substring("/v1/conversations/".length()));

        client.as(ada)
                .get()
                .uri(group)
                .exchange()
                .expectBody()
                .jsonPath("$.memberCount")
                .isEqualTo(1024);
        expectProblem(
                client.as(ada)
                        .post()
                        .uri(group + "/members")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("users", people(1)))
                        .exchange(),
                HttpStatus.CONFLICT,
                "group_full");
        client.as(ada)
                .delete()
                .uri(group + "/members/" + others.getFirst())
                .exchange()
                .expectStatus()
                .isNoContent();
        Conversation seen = client.api().conversations(List.of(id)).block().getFirst();
        assertThat(seen.members()).hasSize(1023).doesNotContain(others.getFirst());
        assertThat(seen.version()).isEqualTo(2);
    }

    @Test
    void aGroupIsNotFoundedWithOneTooMany() {
        expectProblem(found(client.register("ada"), people(1024)), HttpStatus.CONFLICT, "group_full");
    }

    private ResponseSpec found(Person owner, List<UUID> others) {
        return client.as(owner)
                .post()
                .uri("/v1/conversations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "Everybody", "members", others))
                .exchange();
    }

    /** As fast as they can be registered. */
    private List<UUID> people(int count) {
        return database.queryForList("""
                insert into account (id, handle, display_name, password_hash, created_at, version)
                select id, 'p' || substr(replace(id::text, '-', ''), 1, 30), 'Somebody', 'none', now(), 0
                from (select gen_random_uuid() as id from generate_series(1, ?)) as made
                returning id
                """, UUID.class, count);
    }
}

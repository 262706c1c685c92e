package app.parley.profile.block;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TestPropertySource(properties = "parley.profile.blocks.most=3")
class BlocksTest extends ProfileServiceTest {

    @Autowired
    Blocks blocks;

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    private ResponseSpec get(Person person, String query) {
        return client.as(person).get().uri(URI.create("/v1/blocks" + query)).exchange();
    }

    private ResponseSpec put(Person person, Object user) {
        return client.as(person).put().uri(URI.create("/v1/blocks/" + user)).exchange();
    }

    private ResponseSpec delete(Person person, Object user) {
        return client.as(person).delete().uri(URI.create("/v1/blocks/" + user)).exchange();
    }

    private Map<?, ?> page(Person person, String query) {
        return get(person, query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private static List<?> users(Map<?, ?> page) {
        return ((List<?>) page.get("blocks"))
                .stream().map(block -> ((Map<?, ?>) block).get("user")).toList();
    }

    @Test
    void whomSomebodyBlocksIsInTheirListAndNotTheOtherWayRound() {
        put(ada, grace.id()).expectStatus().isNoContent();
        put(ada, grace.id()).expectStatus().isNoContent();

        get(ada, "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.blocks.length()")
                .isEqualTo(1)
                .jsonPath("$.blocks[0].user")
                .isEqualTo(grace.id().toString())
                .jsonPath("$.blocks[0].handle")
                .isEqualTo(grace.handle())
                .jsonPath("$.blocks[0].displayName")
                .isEqualTo("grace")
                .jsonPath("$.blocks[0].blockedAt")
                .isNotEmpty();
        assertThat(users(page(grace, ""))).isEmpty();
    }

    @Test
    void whoIsBlockedNoLongerIsOutOfTheList() {
        put(ada, grace.id());

        delete(ada, grace.id()).expectStatus().isNoContent();
        delete(ada, grace.id()).expectStatus().isNoContent();

        assertThat(users(page(ada, ""))).isEmpty();
    }

    @Test
    void theListIsReadAPageAtATime() {
        List<String> people = Stream.of(grace, client.register("mary"), client.register("joan"))
                .map(person -> person.id().toString())
                .sorted()
                .toList();
        people.forEach(person -> put(ada, person).expectStatus().isNoContent());

        List<Object> listed = new ArrayList<>();
        Map<?, ?> page = page(ada, "?limit=2");
        listed.addAll(users(page));
        assertThat(listed).hasSize(2);
        page = page(ada, "?limit=2&cursor=" + page.get("next"));
        listed.addAll(users(page));

        assertThat(page.get("next")).isNull();
        assertThat(listed).isEqualTo(people);
    }

    @Test
    void theListIsFullAtItsMaximum() {
        Stream.of(grace, client.register("mary"), client.register("joan"))
                .forEach(person -> put(ada, person.id()).expectStatus().isNoContent());

        expectProblem(put(ada, client.register("one-more").id()), HttpStatus.CONFLICT, "too_many_blocks");
        put(ada, grace.id()).expectStatus().isNoContent();
        delete(ada, grace.id());
        put(ada, client.register("another").id()).expectStatus().isNoContent();
    }

    @Test
    void nobodyBlocksThemselves() {
        expectProblem(put(ada, ada.id()), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void whoDoesNotExistIsNotBlocked() {
        expectProblem(put(ada, UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(put(new Person(UUID.randomUUID(), "gone"), ada.id()), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void whatIsNoIdIsInvalid() {
        expectProblem(put(ada, "grace"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        expectProblem(delete(ada, "grace"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=x", "?cursor=x"})
    void aPageThatThereIsNotIsInvalid(String query) {
        expectProblem(get(ada, query), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void whoBlocksWhomOfManyIsOneQuestion() {
        put(ada, grace.id());
        Block.Key blocking = new Block.Key(ada.id(), grace.id());

        assertThat(blocks.existing(Set.of(blocking, new Block.Key(grace.id(), ada.id()))))
                .containsExactly(blocking);
        assertThat(blocks.existing(Set.of())).isEmpty();
    }
}

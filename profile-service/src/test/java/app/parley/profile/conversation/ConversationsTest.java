package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Conversation;
import app.parley.profile.api.Pair;
import app.parley.profile.api.Retention;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ConversationsTest extends ProfileServiceTest {

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    @Test
    void aMemberSeesTheConversation() {
        UUID conversation = talk(ada, grace);

        get(grace, "/v1/conversations/" + conversation)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(conversation.toString())
                .jsonPath("$.members")
                .value(
                        List.class,
                        members -> assertThat(List.<Object>copyOf(members))
                                .containsExactlyInAnyOrder(
                                        ada.id().toString(), grace.id().toString()))
                .jsonPath("$.retention")
                .isEqualTo(null)
                .jsonPath("$.createdAt")
                .isNotEmpty();
    }

    @Test
    void toOthersThereIsNoSuchConversation() {
        UUID conversation = talk(ada, grace);
        Person mallory = client.register("mallory");

        expectProblem(get(mallory, "/v1/conversations/" + conversation), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(
                setRetention(mallory, conversation, Map.of("retention", "archive")),
                HttpStatus.NOT_FOUND,
                "unknown_conversation");
        assertThat(conversation(conversation).retention()).isNull();
    }

    @Test
    void whoHasNoneGetsAnEmptyList() {
        get(ada, "/v1/conversations")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.conversations.length()")
                .isEqualTo(0)
                .jsonPath("$.next")
                .isEqualTo(null);
    }

    @Test
    void onesOwnConversationsComeNewestFirstAPageAtATime() {
        talk(grace, client.register("of-others"));
        List<String> made = new ArrayList<>();
        for (String name : List.of("one", "two", "three", "four", "five")) {
            made.addFirst(talk(client.register(name), ada).toString());
        }

        Page first = page("?limit=2");
        Page second = page("?limit=2&cursor=" + first.next());
        Page third = page("?limit=2&cursor=" + second.next());

        assertThat(Stream.of(first, second, third).flatMap(page -> page.ids().stream()))
                .containsExactlyElementsOf(made);
        assertThat(third.next()).isNull();
    }

    @Test
    void aFullLastPageIsTheLast() {
        talk(ada, grace);

        assertThat(page("?limit=1").next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101"})
    void aLimitBeyondTheBoundsIsInvalid(String limit) {
        expectInvalid(get(ada, "/v1/conversations?limit=" + limit), "limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "limit=99999999999",
                "cursor=",
                "cursor=%00",
                "cursor=!!",
                "cursor=AAAA",
                // a time far before and far after all that PostgreSQL knows
                "cursor=gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "cursor=f_________AAAAAAAAAAAAAAAAAAAAAA"
            })
    void aPlaceThatIsNoneIsInvalid(String query) {
        expectProblem(get(ada, "/v1/conversations?" + query), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void membersSetAndGiveUpTheConversationsOwnPolicy() {
        UUID conversation = talk(ada, grace);

        setRetention(ada, conversation, Map.of("retention", "archive"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.retention")
                .isEqualTo("archive");
        assertThat(conversation(conversation).retention()).isEqualTo(Retention.ARCHIVE);

        setRetention(grace, conversation, "{\"retention\": null}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.retention")
                .isEqualTo(null);
        assertThat(conversation(conversation).retention()).isNull();
    }

    @Test
    void policiesSetAtOnceAreSetOneAfterTheOther() throws Exception {
        UUID conversation = talk(ada, grace);
        List<Callable<Integer>> changes = Stream.of("wipe", "archive", "wipe", "archive")
                .<Callable<Integer>>map(policy -> () -> setRetention(ada, conversation, Map.of("retention", policy))
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(devices.invokeAll(changes)).extracting(Future::resultNow).containsOnly(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"retention\": \"forever\"}", "{\"retention\": 1}", "{\"retention\": {}}", "null", "{"})
    void aPolicyThatIsNoneIsMalformed(String body) {
        expectProblem(setRetention(ada, talk(ada, grace), body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void whatIsNoIdIsInvalid() {
        expectProblem(get(ada, "/v1/conversations/ada"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    private record Page(List<String> ids, String next) {}

    private Page page(String query) {
        Map<?, ?> body = get(ada, "/v1/conversations" + query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        List<String> ids = ((List<?>) body.get("conversations"))
                .stream()
                        .map(conversation -> (String) ((Map<?, ?>) conversation).get("id"))
                        .toList();
        return new Page(ids, (String) body.get("next"));
    }

    private UUID talk(Person one, Person other) {
        return client.api()
                .direct(List.of(new Pair(one.id(), other.id())))
                .block()
                .getFirst()
                .id();
    }

    private ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(URI.create(path)).exchange();
    }

    private ResponseSpec setRetention(Person person, UUID conversation, Object body) {
        return client.as(person)
                .put()
                .uri("/v1/conversations/" + conversation + "/retention")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private Conversation conversation(UUID id) {
        return client.api().conversations(List.of(id)).block().getFirst();
    }
}

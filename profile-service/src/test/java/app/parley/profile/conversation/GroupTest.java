package app.parley.profile.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ChatDouble;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Conversation;
import app.parley.profile.api.GroupChange;
import app.parley.profile.api.Pair;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tests of groups, of few people: five at most, and that not for long. */
@TestPropertySource(properties = {"parley.profile.groups.most-members=5", "parley.profile.groups.most-invites=3"})
abstract class GroupTest extends ProfileServiceTest {

    @Autowired
    ChatDouble chat;

    Person ada;
    Person grace;
    Person mary;

    @BeforeEach
    void threePeople() {
        ada = client.register("ada");
        grace = client.register("grace");
        mary = client.register("mary");
    }

    @AfterEach
    void calm() {
        chat.calm();
    }

    /** A group that somebody founds. */
    UUID group(Person owner, Person... others) {
        return group(owner, Map.of(), others);
    }

    UUID group(Person owner, Map<String, ?> settings, Person... others) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("name", "Engine");
        body.put("members", Stream.of(others).map(Person::id).toList());
        return UUID.fromString(
                (String) body(post(owner, "", body).expectStatus().isCreated()).get("id"));
    }

    UUID direct(Person one, Person other) {
        return client.api()
                .direct(List.of(new Pair(one.id(), other.id())))
                .block()
                .getFirst()
                .id();
    }

    ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(uri(path)).exchange();
    }

    ResponseSpec delete(Person person, String path) {
        return client.as(person).delete().uri(uri(path)).exchange();
    }

    ResponseSpec post(Person person, String path, Object body) {
        return send(HttpMethod.POST, person, path, body);
    }

    ResponseSpec put(Person person, String path, Object body) {
        return send(HttpMethod.PUT, person, path, body);
    }

    ResponseSpec patch(Person person, String path, Object body) {
        return send(HttpMethod.PATCH, person, path, body);
    }

    private ResponseSpec send(HttpMethod method, Person person, String path, Object body) {
        return client.as(person)
                .method(method)
                .uri(uri(path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Below the conversations, if it does not name another place. */
    private static URI uri(String path) {
        return URI.create(path.startsWith("/v1") ? path : "/v1/conversations" + path);
    }

    ResponseSpec add(Person actor, UUID group, Person... people) {
        return post(
                actor,
                "/" + group + "/members",
                Map.of("users", Stream.of(people).map(Person::id).toList()));
    }

    ResponseSpec remove(Person actor, UUID group, Person person) {
        return delete(actor, "/" + group + "/members/" + person.id());
    }

    ResponseSpec give(Person actor, UUID group, Person person, String role) {
        return put(actor, "/" + group + "/members/" + person.id() + "/role", Map.of("role", role));
    }

    void makeAdmin(Person owner, UUID group, Person person) {
        give(owner, group, person, "admin").expectStatus().isOk();
    }

    Conversation lookedUp(UUID group) {
        return client.api().conversations(List.of(group)).block().getFirst();
    }

    List<GroupChange> changes(UUID group) {
        return client.api().changes(group, 0).block();
    }

    GroupChange lastChange(UUID group) {
        return changes(group).getLast();
    }

    static Map<String, Object> content(GroupChange change) {
        return JsonMapper.shared().readValue(change.content(), new TypeReference<>() {});
    }

    static Map<String, Object> body(ResponseSpec answer) {
        return answer.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(String field, ResponseSpec answer) {
        return (List<Map<String, Object>>) body(answer.expectStatus().isOk()).get(field);
    }

    static List<String> ids(Person... people) {
        return Stream.of(people).map(person -> person.id().toString()).sorted().toList();
    }

    static int status(ResponseSpec answer) {
        return answer.returnResult().getStatus().value();
    }

    /** What is answered to all of these, asked for at once. */
    static List<Integer> atOnce(List<Callable<ResponseSpec>> requests) throws InterruptedException {
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            return devices
                    .invokeAll(requests.stream()
                            .<Callable<Integer>>map(request -> () -> status(request.call()))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /** Expects that a group's changes have the numbers from 1 on, and that the last is its version. */
    void expectNoHoles(UUID group) {
        List<GroupChange> changes = changes(group);
        assertThat(changes)
                .extracting(GroupChange::version)
                .isEqualTo(Stream.iterate(1L, number -> number + 1)
                        .limit(changes.size())
                        .toList());
        assertThat(changes).extracting(GroupChange::id).doesNotHaveDuplicates();
        assertThat(lookedUp(group).version()).isEqualTo(changes.size());
    }
}

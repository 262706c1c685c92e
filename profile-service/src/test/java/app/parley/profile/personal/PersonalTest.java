package app.parley.profile.personal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Pair;
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
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Tests of what people keep for themselves, where that is not much. */
@TestPropertySource(
        properties = {
            "parley.profile.personal.most-pinned=2",
            "parley.profile.personal.most-starred=4",
            "parley.profile.personal.most-hidden=6",
            "parley.profile.personal.most-broadcasts=2",
            "parley.profile.personal.most-gone=3"
        })
abstract class PersonalTest extends ProfileServiceTest {

    Person ada;
    Person grace;
    UUID conversation;

    @BeforeEach
    void twoPeopleWhoTalk() {
        ada = client.register("ada");
        grace = client.register("grace");
        conversation = talk(ada, grace);
    }

    /** A part of somebody's feed. */
    record Part(List<Map<String, Object>> changes, long version, String cursor, boolean more, boolean reset) {}

    Part part(Person person, String query) {
        Map<String, Object> body =
                body(get(person, "/v1/me/changes" + query).expectStatus().isOk());
        return new Part(
                list(body, "changes"),
                ((Number) body.get("version")).longValue(),
                (String) body.get("cursor"),
                (boolean) body.get("more"),
                (boolean) body.get("reset"));
    }

    /** What a device that knew nothing knows at the end of the feed, by what each entry is about. */
    Map<Object, Map<String, Object>> everything(Person person) {
        FeedReader reader = new FeedReader();
        reader.catchUp(cursor -> part(person, cursor));
        return reader.known();
    }

    UUID talk(Person one, Person other) {
        return client.api()
                .direct(List.of(new Pair(one.id(), other.id())))
                .block()
                .getFirst()
                .id();
    }

    /** Conversations of somebody with others. */
    List<UUID> talks(Person person, int many) {
        return Stream.generate(() -> talk(person, client.register("other")))
                .limit(many)
                .toList();
    }

    ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(URI.create(path)).exchange();
    }

    ResponseSpec delete(Person person, String path) {
        return client.as(person).delete().uri(URI.create(path)).exchange();
    }

    ResponseSpec send(HttpMethod method, Person person, String path, Object body) {
        return client.as(person)
                .method(method)
                .uri(URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** Changes how somebody keeps a conversation. */
    ResponseSpec keep(Person person, Object in, Object change) {
        return send(HttpMethod.PATCH, person, "/v1/conversations/" + in + "/personal", change);
    }

    Map<String, Object> kept(Person person, UUID in, Object change) {
        return body(keep(person, in, change).expectStatus().isOk());
    }

    ResponseSpec star(Person person, Object in, Object seq) {
        return send(HttpMethod.PUT, person, "/v1/conversations/" + in + "/stars/" + seq, "");
    }

    ResponseSpec unstar(Person person, Object in, Object seq) {
        return delete(person, "/v1/conversations/" + in + "/stars/" + seq);
    }

    ResponseSpec hide(Person person, Object in, Object hidden) {
        return send(HttpMethod.POST, person, "/v1/conversations/" + in + "/hidden", hidden);
    }

    static Map<String, Object> body(ResponseSpec answer) {
        return answer.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> body, String field) {
        return (List<Map<String, Object>>) body.get(field);
    }

    static int status(ResponseSpec answer) {
        return answer.returnResult().getStatus().value();
    }

    /** The status of each of these, asked for at once. */
    static List<Integer> atOnce(List<Callable<ResponseSpec>> requests) throws InterruptedException {
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = devices.invokeAll(requests.stream()
                    .<Callable<Integer>>map(request -> () -> status(request.call()))
                    .toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    static List<Long> versions(List<Map<String, Object>> changes) {
        List<Long> versions = new ArrayList<>();
        changes.forEach(change -> versions.add(((Number) change.get("version")).longValue()));
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        return versions;
    }
}

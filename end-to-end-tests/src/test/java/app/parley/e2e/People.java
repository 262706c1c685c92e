package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** People with two devices each, and what they do over the public API. */
final class People implements AutoCloseable {

    private final PublicApi api;
    private final List<Device> devices = new ArrayList<>();

    People(PublicApi api) {
        this.api = api;
    }

    /** Somebody with two devices that are connected. */
    record Person(Account account, Device phone, Device desktop) {

        String id() {
            return account.id().toString();
        }

        String token() {
            return phone.session().accessToken();
        }
    }

    Person person(String name) {
        Account account = api.register(name);
        return new Person(account, connect(api.login(account)), connect(api.login(account)));
    }

    Device connect(Session session) {
        Device device = Device.connect(api, session);
        devices.add(device);
        return device;
    }

    /** The same device, once more, with what it has. */
    Device reconnect(Device before) {
        before.close();
        Device device = Device.connect(api, before.session(), before.logs(), true);
        devices.add(device);
        return device;
    }

    /** All devices that were ever connected. */
    List<Device> devices() {
        return devices;
    }

    UUID group(Person owner, Person... others) {
        Answer made = call(
                owner,
                "POST",
                "/v1/conversations",
                Map.of(
                        "name",
                        "We",
                        "members",
                        Stream.of(others).map(Person::id).toList()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return UUID.fromString(made.json().path("id").asString());
    }

    /** What is said here is kept. */
    void archive(Person by, UUID conversation) {
        Answer kept = call(by, "PUT", path(conversation, "/retention"), Map.of("retention", "archive"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    Answer get(Person by, String path) {
        return api.get(path, by.phone().session());
    }

    /** What is answered to a request that must succeed. */
    JsonNode getOk(Person by, String path) {
        Answer answer = get(by, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer call(Person by, String method, String path, Object body) {
        return api.call(method, path, by.token(), body);
    }

    static String path(UUID conversation, String rest) {
        return "/v1/conversations/" + conversation + rest;
    }

    /** What a device has been told, by sequence number. */
    static NavigableMap<Long, String> contents(Device device, UUID conversation) {
        NavigableMap<Long, String> contents = new TreeMap<>();
        device.log(conversation)
                .messages()
                .forEach((seq, message) ->
                        contents.put(seq, message.path("content").toString()));
        return contents;
    }

    /** The code with which a send is refused. */
    static String refusal(Runnable send) {
        return catchThrowableOfType(Device.Refused.class, send::run)
                .error
                .path("code")
                .asString();
    }

    @Override
    public void close() {
        devices.forEach(Device::close);
    }
}

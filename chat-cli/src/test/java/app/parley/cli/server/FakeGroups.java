package app.parley.cli.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.JsonNode;

/**
 * Groups over REST, all of which whoever asks is in, as their owner. What is asked is noted; what a test tells it to
 * refuse is refused.
 */
public final class FakeGroups {

    private static final String GROUP = "/v1/conversations/{id}";

    private final Map<UUID, Map<String, Object>> groups = new ConcurrentHashMap<>();
    private final Map<UUID, Map<UUID, String>> members = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private volatile @Nullable Answer refusal;

    /** What is answered: a status and a body. */
    record Answer(int status, @Nullable Object body) {

        static Answer problem(int status, String code, String detail) {
            return new Answer(status, Map.of("status", status, "code", code, "detail", detail));
        }
    }

    void route(HttpServerRoutes routes) {
        routes.get("/v1/conversations", FakeParley.answering((_, _) -> list()))
                .post("/v1/conversations", FakeParley.answering((_, body) -> found(body)))
                .get(GROUP, FakeParley.answering((request, _) -> view(request)))
                .route(
                        request -> request.method().name().equals("PATCH"),
                        FakeParley.answering((request, body) -> noted("PATCH " + body, () -> {
                            UUID id = UUID.fromString(request.uri().replaceAll(".*/", ""));
                            body.properties()
                                    .forEach(field -> group(id)
                                            .put(
                                                    field.getKey(),
                                                    field.getValue().asString()));
                            return new Answer(200, groups.get(id));
                        })))
                .get(GROUP + "/members", FakeParley.answering((request, _) -> membersOf(request)))
                .post(
                        GROUP + "/members",
                        FakeParley.answering((request, body) -> noted("add " + body, () -> {
                            body.path("users")
                                    .forEach(user ->
                                            members.get(id(request)).put(UUID.fromString(user.asString()), "member"));
                            return new Answer(200, Map.of("members", List.of()));
                        })))
                .delete(
                        GROUP + "/members/{user}",
                        FakeParley.answering(
                                (request, _) -> noted("remove " + request.param("user"), () -> new Answer(204, null))))
                .put(
                        GROUP + "/members/{user}/role",
                        FakeParley.answering((request, body) -> noted(
                                "role " + request.param("user") + " "
                                        + body.path("role").asString(),
                                () -> new Answer(200, Map.of()))))
                .post(
                        GROUP + "/invites",
                        FakeParley.answering((_, _) ->
                                noted("invite", () -> new Answer(201, Map.of("code", "a-code")))))
                .post("/v1/invites/{code}", FakeParley.answering((request, _) -> join(request)));
    }

    /** A group that is there already. */
    public UUID group(String name, UUID... users) {
        UUID id = UUID.randomUUID();
        Map<String, Object> view = new HashMap<>(Map.of("id", id, "kind", "group", "name", name, "role", "owner"));
        view.put("memberCount", users.length + 1);
        groups.put(id, view);
        Map<UUID, String> roles = new ConcurrentHashMap<>();
        for (UUID user : users) {
            roles.put(user, "member");
        }
        members.put(id, roles);
        return id;
    }

    /** What was asked to be changed. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on everything that changes something is refused. */
    public void refuse(int status, String code, String detail) {
        refusal = Answer.problem(status, code, detail);
    }

    private Map<String, Object> group(UUID id) {
        return groups.get(id);
    }

    private synchronized Answer noted(String what, Supplier<Answer> answer) {
        asked.add(what);
        Answer refused = refusal;
        return refused != null ? refused : answer.get();
    }

    private Answer list() {
        Map<String, Object> page = new HashMap<>();
        List<Object> all = new ArrayList<>(groups.values());
        Map<String, Object> direct = new HashMap<>(Map.of("id", UUID.randomUUID(), "kind", "direct"));
        direct.put("memberCount", null);
        all.add(direct);
        page.put("conversations", all);
        page.put("next", null);
        return new Answer(200, page);
    }

    private Answer found(JsonNode body) {
        return noted("found " + body.path("name").asString(), () -> {
            UUID[] users = body.path("members")
                    .valueStream()
                    .map(user -> UUID.fromString(user.asString()))
                    .toArray(UUID[]::new);
            return new Answer(201, groups.get(group(body.path("name").asString(), users)));
        });
    }

    private Answer view(HttpServerRequest request) {
        return Optional.ofNullable(groups.get(id(request)))
                .map(view -> new Answer(200, view))
                .orElseGet(() -> Answer.problem(404, "unknown_conversation", "There is no such conversation."));
    }

    private Answer membersOf(HttpServerRequest request) {
        List<Map<String, ?>> found = new ArrayList<>();
        members.get(id(request)).forEach((user, role) -> found.add(Map.of("user", user, "role", role)));
        return new Answer(200, Map.of("members", found));
    }

    private Answer join(HttpServerRequest request) {
        String code = String.valueOf(request.param("code"));
        return noted("join " + code, () -> switch (code) {
            case "needs-approval" -> new Answer(202, null);
            case "wrong" -> Answer.problem(404, "unknown_invite", "There is no such invite.");
            default -> new Answer(200, groups.get(group("Joined " + code)));
        });
    }

    private static UUID id(HttpServerRequest request) {
        return UUID.fromString(String.valueOf(request.param("id")));
    }
}

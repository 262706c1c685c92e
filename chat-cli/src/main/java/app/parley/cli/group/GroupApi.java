package app.parley.cli.group;

import app.parley.cli.session.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The REST side of groups. */
record GroupApi(Caller caller) {

    private static final String CONVERSATIONS = "/v1/conversations";

    /** A conversation as the server tells of it; what only groups have is null for one of two people. */
    private record View(
            UUID id,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String description,
            @Nullable Long memberCount,
            @Nullable String role) {

        Stream<Group> group() {
            return "group".equals(kind) && name != null
                    ? Stream.of(new Group(id, name, description, memberCount == null ? 0 : memberCount, role))
                    : Stream.empty();
        }
    }

    private record Page(List<View> conversations, @Nullable String next) {}

    private record Members(
            List<GroupMember> members, @Nullable String next) {}

    private record Invite(String code) {}

    List<Group> mine() {
        List<Group> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Page page = caller.get(CONVERSATIONS + "?limit=100" + cursor, Page.class);
            page.conversations().stream().flatMap(View::group).forEach(found::add);
            cursor = page.next() == null ? null : "&cursor=" + encoded(page.next());
        }
        return found;
    }

    /** 404 {@code unknown_conversation}. */
    Optional<Group> find(UUID id) {
        return caller.get(path(id), View.class).group().findFirst();
    }

    Group found(String name, List<UUID> members) {
        return send("POST", CONVERSATIONS, Map.of("name", name, "members", members))
                .orElseThrow(GroupApi::noGroup);
    }

    List<GroupMember> members(UUID id) {
        List<GroupMember> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Members page = caller.get(path(id) + "/members?limit=500" + cursor, Members.class);
            found.addAll(page.members());
            cursor = page.next() == null ? null : "&cursor=" + encoded(page.next());
        }
        return found;
    }

    void add(UUID id, List<UUID> users) {
        caller.send("POST", path(id) + "/members", Map.of("users", users), JsonNode.class);
    }

    void remove(UUID id, UUID user) {
        caller.send("DELETE", path(id) + "/members/" + user, null, JsonNode.class);
    }

    void give(UUID id, UUID user, String role) {
        caller.send("PUT", path(id) + "/members/" + user + "/role", Map.of("role", role), JsonNode.class);
    }

    Group change(UUID id, Map<String, String> fields) {
        return send("PATCH", path(id), fields).orElseThrow(GroupApi::noGroup);
    }

    /** The code of a new invite. */
    String invite(UUID id) {
        return caller.send("POST", path(id) + "/invites", Map.of(), Invite.class)
                .map(Invite::code)
                .orElseThrow(GroupApi::noGroup);
    }

    /** The group, or nothing if its admins have to agree first. */
    Optional<Group> join(String code) {
        return send("POST", "/v1/invites/" + encoded(code), null);
    }

    private Optional<Group> send(String method, String path, @Nullable Object body) {
        return caller.send(method, path, body, View.class)
                .flatMap(view -> view.group().findFirst());
    }

    private static Misunderstanding noGroup() {
        return new Misunderstanding("The server's answer is not what this client knows.");
    }

    private static String path(UUID id) {
        return CONVERSATIONS + "/" + id;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

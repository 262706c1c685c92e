package app.parley.e2e;

import static app.parley.e2e.People.path;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Four people, a group of which Dave is not yet in, and a conversation of Alice and Bob. */
final class Cast implements AutoCloseable {

    private final Someone alice;
    private final Someone bob;
    private final Someone carol;
    private final Someone dave;
    private final UUID group;
    private final UUID direct;
    private final List<Someone> inGroup;
    private final Map<UUID, Long> ends = new HashMap<>();
    private boolean handedOver;

    /** @param archived whether what is said in the group is kept */
    Cast(PublicApi api, boolean archived) {
        alice = new Someone(api, "alice");
        bob = new Someone(api, "bob");
        carol = new Someone(api, "carol");
        dave = new Someone(api, "dave");
        inGroup = new ArrayList<>(List.of(alice, bob, carol));
        Answer made =
                alice.call("POST", "/v1/conversations", Map.of("name", "We", "members", List.of(bob.id(), carol.id())));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        group = UUID.fromString(made.json().path("id").asString());
        direct = alice.there().send(bob.account().id(), "Hello, Bob").conversation();
        if (archived) {
            Answer kept = alice.call("PUT", path(group, "/retention"), Map.of("retention", "archive"));
            assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        }
    }

    Someone alice() {
        return alice;
    }

    Someone bob() {
        return bob;
    }

    Someone carol() {
        return carol;
    }

    Someone dave() {
        return dave;
    }

    List<Someone> everybody() {
        return List.of(alice, bob, carol, dave);
    }

    UUID group() {
        return group;
    }

    UUID direct() {
        return direct;
    }

    /** Who is in the group now. */
    List<Someone> inGroup() {
        return inGroup;
    }

    List<Someone> in(UUID conversation) {
        return conversation.equals(group) ? inGroup : List.of(alice, bob);
    }

    /** The conversations that somebody is in, or was. */
    List<UUID> of(Someone someone) {
        return someone == alice || someone == bob ? List.of(group, direct) : List.of(group);
    }

    Answer letDaveIn() {
        Answer invite = alice.call("POST", path(group, "/invites"), Map.of("uses", 1));
        return dave.call("POST", "/v1/invites/" + invite.json().path("code").asString(), null);
    }

    Answer addCarol() {
        return alice.call("POST", path(group, "/members"), Map.of("users", List.of(carol.id())));
    }

    Answer remove(Someone by, Someone who) {
        return by.call("DELETE", path(group, "/members/" + who.id()), null);
    }

    Supplier<Answer> edit(Map<String, String> change) {
        return () -> alice.call("PATCH", path(group, ""), change);
    }

    /** Bob becomes an admin, a member again, or the owner, which he stays. */
    Supplier<Answer> role(Random random) {
        Someone who = handedOver && inGroup.contains(carol) ? carol : bob;
        String role = random.nextBoolean() ? "admin" : "member";
        if (handedOver && who == bob) {
            role = "owner";
        } else if (random.nextInt(4) == 0 && !handedOver) {
            role = "owner";
            handedOver = true;
        }
        Map<String, String> change = Map.of("role", role);
        return () -> alice.call("PUT", path(group, "/members/" + who.id() + "/role"), change);
    }

    /** Alice reacts to a message: nothing is said after that. */
    void end(UUID conversation, long of) {
        long seq = alice.there()
                .say(conversation, Map.of("type", "reaction", "of", of, "emoji", "🏁"))
                .seq();
        ends.put(conversation, seq);
    }

    /** The last message that somebody may see. */
    long last(Someone someone, UUID conversation) {
        long end = ends.get(conversation);
        alice.there().awaitMessages(conversation, end);
        return someone == dave ? change("left") : end;
    }

    /** The messages that were deleted in the group while somebody was not in it, or not any more. */
    List<Long> deletedWithout(Someone someone) {
        Map<Long, JsonNode> log = alice.there().log(group).everything();
        List<Long> deleted = new ArrayList<>();
        boolean in = someone != dave;
        for (JsonNode message : log.values()) {
            JsonNode content = message.path("content");
            boolean concerns = content.path("users")
                    .valueStream()
                    .anyMatch(user -> user.asString().equals(someone.id()));
            switch (content.path("change").asString("")) {
                case "added", "joined" -> in |= concerns;
                case "left", "removed" -> in &= !concerns;
                default -> {}
            }
            if (!in && content.path("type").asString().equals("delete")) {
                deleted.add(content.path("of").asLong());
            }
        }
        return deleted;
    }

    /** The place of the only change of this kind in the group. */
    long change(String kind) {
        List<Long> places = alice.there().log(group).everything().entrySet().stream()
                .filter(message ->
                        message.getValue().at("/content/change").asString("").equals(kind))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(places).as(kind).hasSize(1);
        return places.getFirst();
    }

    @Override
    public void close() {
        everybody().forEach(Someone::close);
    }
}

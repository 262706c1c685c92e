package app.parley.profile.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the log of a group tells of its changes, as JSON: clients find it where the content of a message is. */
final class ChangeContent {

    private static final JsonMapper json = JsonMapper.shared();
    private static final String USERS = "users";

    private ChangeContent() {}

    static String created(String name, List<UUID> others) {
        return of("created", entries("name", name, USERS, others));
    }

    static String added(List<UUID> users) {
        return of("added", Map.of(USERS, users));
    }

    static String joined(UUID user) {
        return of("joined", Map.of(USERS, List.of(user)));
    }

    static String left(UUID user) {
        return of("left", Map.of(USERS, List.of(user)));
    }

    static String removed(UUID user) {
        return of("removed", Map.of(USERS, List.of(user)));
    }

    static String role(UUID user, Role role) {
        return of("role", entries(USERS, List.of(user), "role", role));
    }

    /** What is not the same any more; a description that is gone is empty. */
    static String info(GroupInfo before, GroupInfo now) {
        Map<String, Object> changed = new LinkedHashMap<>();
        put(changed, "name", before.name().value(), now.name().value());
        put(
                changed,
                "description",
                before.description().value(),
                now.description().value());
        return of("info", changed);
    }

    /** What is not the same any more. */
    static String settings(GroupRules before, GroupRules now) {
        Map<String, Object> changed = new LinkedHashMap<>();
        put(changed, "sending", before.sending(), now.sending());
        put(changed, "editing", before.editing(), now.editing());
        put(changed, "adding", before.adding(), now.adding());
        put(changed, "history", before.history(), now.history());
        return of("settings", changed);
    }

    /** As the API names it; null is the deployment's. */
    static String retention(@Nullable Retention policy) {
        String name = policy == null ? null : policy.name().toLowerCase(Locale.ROOT);
        return of("settings", Collections.singletonMap("retention", name));
    }

    private static void put(Map<String, Object> changed, String field, Object before, Object now) {
        if (!now.equals(before)) {
            changed.put(field, now);
        }
    }

    private static Map<String, Object> entries(String first, Object one, String second, Object other) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put(first, one);
        entries.put(second, other);
        return entries;
    }

    private static String of(String change, Map<String, ? extends @Nullable Object> details) {
        Map<String, Object> content = entries("type", "group", "change", change);
        content.putAll(details);
        return json.writeValueAsString(content);
    }
}

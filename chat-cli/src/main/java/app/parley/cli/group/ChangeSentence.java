package app.parley.cli.group;

import app.parley.cli.frame.GroupChange;
import app.parley.cli.session.People;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a group, in words.
 *
 * @param self who reads it
 */
public record ChangeSentence(People people, UUID self) {

    /** What {@code from} changed. */
    public String of(GroupChange change, UUID from) {
        return switch (change) {
            case GroupChange.Created created ->
                subject(from) + " made the group \"" + created.name() + "\""
                        + (created.users().isEmpty() ? "" : " with " + objects(created.users()));
            case GroupChange.Added added -> subject(from) + " added " + objects(added.users());
            case GroupChange.Joined joined -> subjects(joined.users()) + " joined";
            case GroupChange.Left left -> subjects(left.users()) + " left";
            case GroupChange.Removed removed -> subject(from) + " removed " + objects(removed.users());
            case GroupChange.Role role -> subject(from) + " made " + objects(role.users()) + " " + noun(role.role());
            case GroupChange.Info info -> info(info, subject(from));
            case GroupChange.Settings settings -> settings(settings, subject(from));
            case GroupChange.Unknown _ -> subject(from) + " changed something that this client does not know";
        };
    }

    private static String noun(String role) {
        return switch (role) {
            case "owner" -> "the owner";
            case "admin" -> "admin";
            case "member" -> "just a member";
            default -> role;
        };
    }

    private static String info(GroupChange.Info info, String subject) {
        List<String> parts = new ArrayList<>();
        if (info.name() != null) {
            parts.add("renamed the group to \"" + info.name() + "\"");
        }
        String description = info.description();
        if (description != null) {
            parts.add(description.isEmpty() ? "took the description away" : "described the group: " + description);
        }
        return subject + " " + (parts.isEmpty() ? "changed the group" : joined(parts));
    }

    private static String settings(GroupChange.Settings settings, String subject) {
        List<String> parts = new ArrayList<>();
        addRule(parts, settings.sending(), "write");
        addRule(parts, settings.editing(), "change the name and the description");
        addRule(parts, settings.adding(), "add people");
        String history = settings.history();
        if (history != null) {
            parts.add("who comes later " + (history.equals("all") ? "can read everything" : "reads only what follows"));
        }
        return subject + " changed the rules" + (parts.isEmpty() ? "" : ": " + joined(parts));
    }

    private static void addRule(List<String> parts, @Nullable String audience, String what) {
        if (audience != null) {
            parts.add((audience.equals("admins") ? "only admins" : "all members") + " may " + what);
        }
    }

    private String subject(UUID user) {
        return user.equals(self) ? "You" : people.nameOf(user);
    }

    private String subjects(List<UUID> users) {
        return joined(users.stream().map(this::subject).toList());
    }

    private String objects(List<UUID> users) {
        return joined(users.stream()
                .map(user -> user.equals(self) ? "you" : people.nameOf(user))
                .toList());
    }

    private static String joined(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}

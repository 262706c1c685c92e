package app.parley.cli.group;

import app.parley.cli.conversation.Recipient;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries out what a user wants of groups. What everybody in a group hears of comes back as a message. */
public final class GroupDesk {

    /** Who is in a group with more looks for somebody, and does not read them all. */
    private static final int MOST_NAMES = 50;

    private final Partners partners;
    private final Groups groups;
    private final GroupApi api;

    public GroupDesk(Partners partners) {
        this.partners = partners;
        this.groups = partners.groups();
        this.api = groups.api();
    }

    /** What became of a command. */
    public sealed interface Answer {

        /** It is done, and this is to be said. */
        record Done(List<String> lines) implements Answer {}

        /** The user talks to this group now. */
        record Opened(Group group) implements Answer {}

        /** The user is not in this group any more. */
        record Gone(Group group) implements Answer {}

        /** It was not done, for this reason. */
        record Refused(String reason) implements Answer {}
    }

    /** @param current the group that the user talks to, if it is one */
    public Answer carryOut(GroupCommand command, @Nullable Group current) {
        try {
            return switch (command) {
                case GroupCommand.Found found -> opened(api.found(found.name(), users(found.handles())));
                case GroupCommand.Open open -> opened(groups.called(open.group()));
                case GroupCommand.Join join ->
                    api.join(join.code()).map(this::opened).orElseGet(() -> done("Its admins have to let you in now."));
                case GroupCommand.ListAll _ -> list();
                case GroupCommand.Here here ->
                    current == null ? new Answer.Refused("You do not talk to a group.") : here(here, current);
            };
        } catch (ApiProblem | Unreachable | Misunderstanding e) {
            return new Answer.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Answer here(GroupCommand.Here command, Group group) {
        UUID id = group.id();
        switch (command) {
            case GroupCommand.Members _ -> {
                return members(group);
            }
            case GroupCommand.Invite _ -> {
                return done("Whoever has this code can come in: /join " + api.invite(id));
            }
            case GroupCommand.Leave _ -> {
                api.remove(id, partners.self());
                groups.forget(id);
                return new Answer.Gone(group);
            }
            case GroupCommand.Add add -> api.add(id, users(add.handles()));
            case GroupCommand.Remove remove -> api.remove(id, user(remove.handle()));
            case GroupCommand.Give give -> api.give(id, user(give.handle()), give.role());
            case GroupCommand.Rename rename -> groups.remember(api.change(id, Map.of("name", rename.name())));
            case GroupCommand.Describe describe -> api.change(id, Map.of("description", describe.description()));
        }
        return new Answer.Done(List.of());
    }

    private Answer opened(Group group) {
        return new Answer.Opened(groups.remember(group));
    }

    private Answer list() {
        List<String> lines = groups.mine().stream()
                .map(group -> "\"" + group.name() + "\", " + group.size() + ", id " + group.id())
                .toList();
        return lines.isEmpty() ? done("You are in no group. /group NAME HANDLE makes one.") : new Answer.Done(lines);
    }

    private Answer members(Group group) {
        List<GroupMember> members = api.members(group.id());
        List<String> lines = new ArrayList<>();
        lines.add("\"" + group.name() + "\" has " + (members.size() == 1 ? "1 member" : members.size() + " members")
                + ":");
        members.stream().limit(MOST_NAMES).map(this::described).sorted().forEach(lines::add);
        if (members.size() > MOST_NAMES) {
            lines.add("and " + (members.size() - MOST_NAMES) + " more");
        }
        return new Answer.Done(lines);
    }

    private String described(GroupMember member) {
        String name = partners.find(Recipient.user(member.user()))
                .map(Partner::described)
                .orElseGet(() -> partners.people().handleOf(member.user()));
        return member.role().equals("member") ? name : name + ", " + member.role();
    }

    private List<UUID> users(List<String> handles) {
        return handles.stream().map(this::user).toList();
    }

    private UUID user(String handle) {
        return partners.person(handle).id();
    }

    private static Answer done(String line) {
        return new Answer.Done(List.of(line));
    }
}

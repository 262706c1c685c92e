package app.parley.profile.conversation;

import app.parley.profile.account.DisplayName;
import app.parley.profile.id.TimedIds;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many who talk with each other. Whatever changes in it is a {@link GroupChange}, which its log tells. */
@Entity
@DiscriminatorValue("GROUP")
public class Group extends Conversation {

    private static final Comparator<Member> SUCCESSION =
            Comparator.comparing(Member::role).thenComparing(Member::joinedAt).thenComparing(Member::user);

    private String name;
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private Audience sending;

    @Enumerated(EnumType.STRING)
    private Audience editing;

    @Enumerated(EnumType.STRING)
    private Audience adding;

    @Enumerated(EnumType.STRING)
    private History history;

    private long changes;

    @Transient
    private final List<GroupChange> unrecorded = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Group() {}

    @SuppressWarnings("NullAway.Init") // by the two assignments
    private Group(UUID owner, Set<UUID> others, GroupInfo info, GroupRules rules, Instant now) {
        super(
                TimedIds.at(now),
                Stream.concat(
                                Stream.of(new Member(owner, now, Role.OWNER)),
                                others.stream().map(user -> new Member(user, now, Role.MEMBER)))
                        .collect(Collectors.toSet()),
                now);
        take(info);
        take(rules);
    }

    /** @param others those beside the owner */
    static Group found(UUID owner, Set<UUID> others, GroupInfo info, GroupRules rules, Instant now) {
        Group group = new Group(owner, others, info, rules, now);
        group.record(
                owner, ChangeContent.created(info.name().value(), sorted(others)), group.members(), List.of(), now);
        return group;
    }

    public GroupInfo info() {
        return new GroupInfo(new DisplayName(name), new Description(description == null ? "" : description));
    }

    public GroupRules rules() {
        return new GroupRules(sending, editing, adding, history);
    }

    /** The number of its last change. */
    public long changes() {
        return changes;
    }

    /** Its admins and its owner, in a stable order. */
    public List<UUID> admins() {
        return sorted(users(Role::isAdmin));
    }

    int size() {
        return everybody().size();
    }

    boolean isAdmin(UUID user) {
        return member(user).filter(member -> member.role().isAdmin()).isPresent();
    }

    boolean isOwner(UUID user) {
        return member(user).filter(member -> member.role() == Role.OWNER).isPresent();
    }

    /** Whether somebody is one of those whom the group lets do something. */
    boolean lets(Audience audience, UUID user) {
        return member(user).filter(member -> audience.includes(member.role())).isPresent();
    }

    /** Takes people in who are not in it, by somebody who is. */
    List<Member> add(UUID actor, Set<UUID> users, Instant now) {
        return users.isEmpty() ? List.of() : takeIn(actor, users, ChangeContent.added(sorted(users)), now);
    }

    /** Takes somebody in who is not in it, by an invite. */
    void join(UUID user, Instant now) {
        takeIn(user, Set.of(user), ChangeContent.joined(user), now);
    }

    void leave(UUID user, Instant now) {
        member(user).ifPresent(everybody()::remove);
        record(user, ChangeContent.left(user), List.of(), List.of(user), now);
    }

    /** Lets somebody go who closes their account. An owner leaves the group to the admin, or else member, who is in it longest. */
    void depart(UUID user, Instant now) {
        if (isOwner(user)) {
            everybody().stream()
                    .filter(member -> !member.user().equals(user))
                    .min(SUCCESSION)
                    .ifPresent(successor -> give(user, successor, Role.OWNER, now));
        }
        leave(user, now);
    }

    void remove(UUID actor, UUID user, Instant now) {
        member(user).ifPresent(everybody()::remove);
        record(actor, ChangeContent.removed(user), List.of(), List.of(user), now);
    }

    /** Gives somebody another role; where it is the owner's, whoever had it is an admin then. */
    Member give(UUID actor, Member member, Role role, Instant now) {
        if (role == Role.OWNER) {
            users(Role.OWNER::equals).stream()
                    .flatMap(owner -> member(owner).stream())
                    .toList()
                    .forEach(owner -> replace(owner, Role.ADMIN));
        }
        Member changed = replace(member, role);
        record(actor, ChangeContent.role(member.user(), role), List.of(), List.of(), now);
        return changed;
    }

    /** Says something else of itself; nothing happens if it is the same. */
    void change(UUID actor, GroupInfo info, Instant now) {
        GroupInfo before = info();
        if (!info.equals(before)) {
            take(info);
            record(actor, ChangeContent.info(before, info), List.of(), List.of(), now);
        }
    }

    /** Has other rules; nothing happens if they are the same. */
    void change(UUID actor, GroupRules rules, Instant now) {
        GroupRules before = rules();
        if (!rules.equals(before)) {
            take(rules);
            record(actor, ChangeContent.settings(before, rules), List.of(), List.of(), now);
        }
    }

    /** Has another policy of what is kept; nothing happens if it is the same. */
    void keep(UUID actor, @Nullable Retention policy, Instant now) {
        if (!retention().equals(Optional.ofNullable(policy))) {
            keep(policy);
            record(actor, ChangeContent.retention(policy), List.of(), List.of(), now);
        }
    }

    /** What has changed since the last time that this was asked for. */
    List<GroupChange> takeUnrecorded() {
        List<GroupChange> taken = List.copyOf(unrecorded);
        unrecorded.clear();
        return taken;
    }

    private List<Member> takeIn(UUID actor, Set<UUID> users, String content, Instant now) {
        List<Member> added = sorted(users).stream()
                .map(user -> new Member(user, now, Role.MEMBER))
                .toList();
        everybody().addAll(added);
        record(actor, content, sorted(users), List.of(), now);
        return added;
    }

    private Member replace(Member member, Role role) {
        Member changed = member.as(role);
        everybody().remove(member);
        everybody().add(changed);
        return changed;
    }

    private void take(GroupInfo info) {
        this.name = info.name().value();
        this.description =
                info.description().value().isEmpty() ? null : info.description().value();
    }

    private void take(GroupRules rules) {
        this.sending = rules.sending();
        this.editing = rules.editing();
        this.adding = rules.adding();
        this.history = rules.history();
    }

    private void record(UUID actor, String content, List<UUID> joined, List<UUID> left, Instant now) {
        changes++;
        unrecorded.add(new GroupChange(id(), changes, actor, content, joined, left, history == History.ALL, now));
    }

    private List<UUID> users(Predicate<Role> roles) {
        return everybody().stream()
                .filter(member -> roles.test(member.role()))
                .map(Member::user)
                .toList();
    }

    private static List<UUID> sorted(Collection<UUID> users) {
        return users.stream().sorted().toList();
    }
}

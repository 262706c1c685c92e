package app.parley.cli.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.cli.frame.GroupChange;
import app.parley.cli.home.Home;
import app.parley.cli.server.FakeGroups;
import app.parley.cli.server.FakeParley;
import app.parley.cli.session.Caller;
import app.parley.cli.session.ParleyApi;
import app.parley.cli.session.People;
import app.parley.cli.session.Session;
import app.parley.cli.session.SignIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users want of groups, and how changes of groups read, against a server's REST side. */
class GroupDeskTest {

    private static final UUID NOBODY = UUID.fromString("0193a1c2-0000-7000-8000-000000000000");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private final FakeGroups remote = server.groups();
    private final UUID bob = server.account("bob", "bobs password");
    private final UUID carol = server.account("carol", "carols password");
    private UUID alice;
    private Home home;
    private Session session;
    private People people;
    private Groups groups;
    private GroupDesk desk;
    private ChangeSentence sentence;

    @BeforeEach
    void signIn() throws IOException {
        alice = server.account("alice", "alices password");
        home = Home.open(folder, server.uri(), "alice");
        ParleyApi api = new ParleyApi(http, server.uri());
        session = new SignIn(api, home, new Nobody(), "test").signIn("alice", "alices password");
        people = new People(api, session);
        groups = new Groups(new Caller(api, session));
        desk = new GroupDesk(new Partners(people, groups, alice));
        sentence = new ChangeSentence(people, alice);
    }

    @AfterEach
    void close() throws IOException {
        home.close();
        server.close();
        http.shutdownNow();
    }

    private record Nobody() implements SignIn.Questions {
        @Override
        public Optional<String> password(String prompt) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }
    }

    private GroupDesk desk(ParleyApi api) {
        return new GroupDesk(new Partners(people, new Groups(new Caller(api, session)), alice));
    }

    private static GroupDesk.Answer refused(String reason) {
        return new GroupDesk.Answer.Refused(reason);
    }

    private static GroupDesk.Answer done(String... lines) {
        return new GroupDesk.Answer.Done(List.of(lines));
    }

    private Group team() {
        return groups.find(remote.group("Team", bob)).orElseThrow();
    }

    @Test
    void aGroupIsMadeAndOpened() {
        GroupDesk.Answer answer = desk.carryOut(new GroupCommand.Found("Team", List.of("bob", "carol")), null);

        assertThat(answer).isInstanceOfSatisfying(GroupDesk.Answer.Opened.class, opened -> {
            assertThat(opened.group().name()).isEqualTo("Team");
            assertThat(opened.group().size()).isEqualTo("3 members");
        });
        assertThat(remote.asked()).containsExactly("found Team");
    }

    @Test
    void nobodyIsAddedWhoIsNotThere() {
        assertThat(desk.carryOut(new GroupCommand.Found("Team", List.of("bob", "dave")), null))
                .isEqualTo(refused("There is nobody called \"dave\" here."));
        assertThat(remote.asked()).isEmpty();
    }

    @Test
    void groupsAreListedAndOthersConversationsAreNot() {
        assertThat(desk.carryOut(new GroupCommand.ListAll(), null))
                .isEqualTo(done("You are in no group. /group NAME HANDLE makes one."));
        UUID team = remote.group("Team", bob);
        assertThat(desk.carryOut(new GroupCommand.ListAll(), null)).isEqualTo(done("\"Team\", 2 members, id " + team));
        assertThat(groups.ids()).containsExactly(team);
    }

    @Test
    void aGroupIsFoundByItsNameOrId() {
        UUID team = remote.group("Team", bob);
        assertThat(groups.called("team").id()).isEqualTo(team);
        assertThat(groups.called(team.toString()).name()).isEqualTo("Team");
        assertThat(desk.carryOut(new GroupCommand.Open("Club"), null))
                .isEqualTo(refused("You are in no group called \"Club\"."));
    }

    @Test
    void ofTwoGroupsWithOneNameTheIdSaysWhich() {
        UUID one = remote.group("Team", bob);
        UUID other = remote.group("Team", carol);
        assertThatExceptionOfType(Misunderstanding.class)
                .isThrownBy(() -> groups.called("Team"))
                .withMessageContaining(one.toString())
                .withMessageContaining(other.toString());
    }

    @Test
    void whatIsWantedOfAGroupIsAsked() {
        Group team = team();
        List<GroupCommand> commands = List.of(
                new GroupCommand.Remove("bob"),
                new GroupCommand.Give("bob", "admin"),
                new GroupCommand.Rename("New"),
                new GroupCommand.Add(List.of("carol")));
        assertThat(commands)
                .allSatisfy(command -> assertThat(desk.carryOut(command, team)).isEqualTo(done()));

        assertThat(remote.asked())
                .containsExactly(
                        "remove " + bob,
                        "role " + bob + " admin",
                        "PATCH {\"name\":\"New\"}",
                        "add {\"users\":[\"" + carol + "\"]}");
        assertThat(groups.nameOf(team.id())).isEqualTo("New");
    }

    @Test
    void whoIsInIsTold() {
        assertThat(desk.carryOut(new GroupCommand.Members(), team()))
                .isEqualTo(done("\"Team\" has 1 member:", "Bob (bob)"));
    }

    @Test
    void whoLeavesIsGone() {
        Group team = team();
        assertThat(desk.carryOut(new GroupCommand.Leave(), team)).isEqualTo(new GroupDesk.Answer.Gone(team));
        assertThat(remote.asked()).containsExactly("remove " + alice);
    }

    @Test
    void anInviteLetsIn() {
        assertThat(desk.carryOut(new GroupCommand.Invite(), team()))
                .isEqualTo(done("Whoever has this code can come in: /join a-code"));
        assertThat(desk.carryOut(new GroupCommand.Join("a-code"), null)).isInstanceOf(GroupDesk.Answer.Opened.class);
        assertThat(desk.carryOut(new GroupCommand.Join("needs-approval"), null))
                .isEqualTo(done("Its admins have to let you in now."));
        assertThat(desk.carryOut(new GroupCommand.Join("wrong"), null)).isEqualTo(refused("There is no such invite."));
    }

    @Test
    void aProblemOfTheServerIsToldByItsText() {
        Group team = team();
        remote.refuse(403, "not_an_admin", "Only admins of the group may do that.");
        assertThat(desk.carryOut(new GroupCommand.Describe("What we do"), team))
                .isEqualTo(refused("Only admins of the group may do that."));
        assertThat(desk.carryOut(new GroupCommand.Leave(), team)).isInstanceOf(GroupDesk.Answer.Refused.class);
    }

    @Test
    void withoutAGroupThereIsNothingToDoInIt() {
        assertThat(desk.carryOut(new GroupCommand.Members(), null)).isEqualTo(refused("You do not talk to a group."));
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        Group team = team();
        server.close();
        try (HttpClient notConnected = HttpClient.newHttpClient()) {
            GroupDesk cutOff = desk(new ParleyApi(notConnected, server.uri()));
            assertThat(cutOff.carryOut(new GroupCommand.Members(), team))
                    .isInstanceOfSatisfying(
                            GroupDesk.Answer.Refused.class,
                            answer -> assertThat(answer.reason()).contains("does not answer"));
        }
    }

    @Test
    void aNewNameIsRemembered() {
        Group team = team();
        groups.changed(team.id(), new GroupChange.Info("New", null));
        assertThat(groups.nameOf(team.id())).isEqualTo("New");
    }

    @Test
    void changesReadAsSentences() {
        assertThat(of(new GroupChange.Created("Team", List.of(alice, carol))))
                .isEqualTo("Bob made the group \"Team\" with you and Carol");
        assertThat(of(new GroupChange.Created("Team", List.of()))).isEqualTo("Bob made the group \"Team\"");
        assertThat(of(new GroupChange.Added(List.of(carol)))).isEqualTo("Bob added Carol");
        assertThat(of(new GroupChange.Joined(List.of(bob)))).isEqualTo("Bob joined");
        assertThat(of(new GroupChange.Left(List.of(bob)))).isEqualTo("Bob left");
        assertThat(of(new GroupChange.Removed(List.of(alice)))).isEqualTo("Bob removed you");
        assertThat(of(new GroupChange.Role("admin", List.of(carol)))).isEqualTo("Bob made Carol admin");
        assertThat(of(new GroupChange.Role("member", List.of(carol)))).isEqualTo("Bob made Carol just a member");
        assertThat(of(new GroupChange.Role("owner", List.of(alice)))).isEqualTo("Bob made you the owner");
        assertThat(of(new GroupChange.Info("New", null))).isEqualTo("Bob renamed the group to \"New\"");
        assertThat(of(new GroupChange.Info("New", "")))
                .isEqualTo("Bob renamed the group to \"New\" and took the description away");
        assertThat(of(new GroupChange.Info(null, "About us"))).isEqualTo("Bob described the group: About us");
        assertThat(of(new GroupChange.Settings("admins", null, "members", "all")))
                .isEqualTo(
                        "Bob changed the rules: only admins may write, all members may add people and who comes later"
                                + " can read everything");
        assertThat(of(new GroupChange.Unknown())).isEqualTo("Bob changed something that this client does not know");
        assertThat(sentence.of(new GroupChange.Left(List.of(alice)), alice)).isEqualTo("You left");
        assertThat(sentence.of(new GroupChange.Added(List.of(alice, bob, carol)), NOBODY))
                .isEqualTo("0193a1c2 added you, Bob and Carol");
    }

    private String of(GroupChange change) {
        return sentence.of(change, bob);
    }
}

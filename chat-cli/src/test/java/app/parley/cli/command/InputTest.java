package app.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.group.GroupCommand;
import app.parley.cli.message.MessageCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void commandsAreRead() {
        assertThat(Input.parse("/to @bob")).isEqualTo(new Input.To("bob"));
        assertThat(Input.parse("/history")).isEqualTo(new Input.History(20));
        assertThat(Input.parse("/history 5 ")).isEqualTo(new Input.History(5));
        assertThat(Input.parse("/WHO")).isEqualTo(new Input.Who());
        assertThat(Input.parse("/help")).isEqualTo(new Input.Help());
        assertThat(Input.parse("/quit")).isEqualTo(new Input.Quit());
    }

    private static Input groups(GroupCommand command) {
        return new Input.OfGroups(command);
    }

    @Test
    void commandsAboutGroupsAreRead() {
        assertThat(Input.parse("/group Team @bob carol"))
                .isEqualTo(groups(new GroupCommand.Found("Team", List.of("bob", "carol"))));
        assertThat(Input.parse("/group \"Book club\" bob"))
                .isEqualTo(groups(new GroupCommand.Found("Book club", List.of("bob"))));
        assertThat(Input.parse("/open Book club")).isEqualTo(groups(new GroupCommand.Open("Book club")));
        assertThat(Input.parse("/open \"Book club\"")).isEqualTo(groups(new GroupCommand.Open("Book club")));
        assertThat(Input.parse("/join C0de")).isEqualTo(groups(new GroupCommand.Join("C0de")));
        assertThat(Input.parse("/GROUPS")).isEqualTo(groups(new GroupCommand.ListAll()));
        assertThat(Input.parse("/members")).isEqualTo(groups(new GroupCommand.Members()));
        assertThat(Input.parse("/add bob @carol")).isEqualTo(groups(new GroupCommand.Add(List.of("bob", "carol"))));
        assertThat(Input.parse("/remove @bob")).isEqualTo(groups(new GroupCommand.Remove("bob")));
        assertThat(Input.parse("/leave")).isEqualTo(groups(new GroupCommand.Leave()));
        assertThat(Input.parse("/admin bob")).isEqualTo(groups(new GroupCommand.Give("bob", "admin")));
        assertThat(Input.parse("/member bob")).isEqualTo(groups(new GroupCommand.Give("bob", "member")));
        assertThat(Input.parse("/owner bob")).isEqualTo(groups(new GroupCommand.Give("bob", "owner")));
        assertThat(Input.parse("/rename The  club")).isEqualTo(groups(new GroupCommand.Rename("The  club")));
        assertThat(Input.parse("/describe What we read")).isEqualTo(groups(new GroupCommand.Describe("What we read")));
        assertThat(Input.parse("/describe \"\"")).isEqualTo(groups(new GroupCommand.Describe("")));
        assertThat(Input.parse("/invite")).isEqualTo(groups(new GroupCommand.Invite()));
    }

    private static Input messages(MessageCommand command) {
        return new Input.OfMessages(command);
    }

    @Test
    void commandsAboutMessagesAreRead() {
        assertThat(Input.parse("/reply 41 yes, at 9")).isEqualTo(messages(new MessageCommand.Reply(41, "yes, at 9")));
        assertThat(Input.parse("/reply #41 yes")).isEqualTo(messages(new MessageCommand.Reply(41, "yes")));
        assertThat(Input.parse("/react 👍🏽")).isEqualTo(messages(new MessageCommand.React(null, "👍🏽")));
        assertThat(Input.parse("/react #41 👍🏽")).isEqualTo(messages(new MessageCommand.React(41L, "👍🏽")));
        assertThat(Input.parse("/react 5️⃣")).isEqualTo(messages(new MessageCommand.React(null, "5️⃣")));
        assertThat(Input.parse("/unreact")).isEqualTo(messages(new MessageCommand.Unreact(null)));
        assertThat(Input.parse("/unreact 41")).isEqualTo(messages(new MessageCommand.Unreact(41L)));
        assertThat(Input.parse("/edit not 3 but 4")).isEqualTo(messages(new MessageCommand.Edit(null, "not 3 but 4")));
        assertThat(Input.parse("/edit 41 four")).isEqualTo(messages(new MessageCommand.Edit(41L, "four")));
        assertThat(Input.parse("/edit #41 4 o'clock")).isEqualTo(messages(new MessageCommand.Edit(41L, "4 o'clock")));
        assertThat(Input.parse("/delete 41")).isEqualTo(messages(new MessageCommand.Delete(41)));
        assertThat(Input.parse("/poll \"When, then?\" today | tomorrow at 9 |later"))
                .isEqualTo(
                        messages(new MessageCommand.Poll("When, then?", List.of("today", "tomorrow at 9", "later"))));
        assertThat(Input.parse("/vote 41 1, 3")).isEqualTo(messages(new MessageCommand.Vote(41, List.of(1, 3))));
        assertThat(Input.parse("/unvote 41")).isEqualTo(messages(new MessageCommand.Vote(41, List.of())));
        assertThat(Input.parse("/pin #41")).isEqualTo(messages(new MessageCommand.Pin(41, true)));
        assertThat(Input.parse("/unpin 41")).isEqualTo(messages(new MessageCommand.Pin(41, false)));
        assertThat(Input.parse("/forward 41 Book club"))
                .isEqualTo(messages(new MessageCommand.Forward(41, "Book club")));
        assertThat(Input.parse("/location 52.5 -13.4")).isEqualTo(messages(new MessageCommand.Location(52.5, -13.4)));
        assertThat(Input.parse("/contact @bob")).isEqualTo(messages(new MessageCommand.Contact("bob")));
        assertThat(Input.parse("/numbers")).isEqualTo(new Input.Numbers());
    }

    @Test
    void repliesAndEditsMayHaveSeveralLines() {
        assertThat(Input.parse("/reply 41 one\n  two\n"))
                .isEqualTo(messages(new MessageCommand.Reply(41, "one\n  two")));
        assertThat(Input.parse("/edit one\ntwo")).isEqualTo(messages(new MessageCommand.Edit(null, "one\ntwo")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reply",
                "/reply yes",
                "/reply 41",
                "/reply 0 yes",
                "/react",
                "/react 41",
                "/react 41 👍 👍",
                "/unreact 41 👍",
                "/unreact 👍",
                "/edit",
                "/edit 41",
                "/delete",
                "/delete it",
                "/delete 41 42",
                "/delete 99999999999999999999",
                "/poll",
                "/poll When? today | tomorrow",
                "/poll \"When?\"",
                "/poll \"When?\" today",
                "/poll \"When?\" today |",
                "/vote",
                "/vote 41",
                "/vote 41 0",
                "/vote 41 x",
                "/vote 41 -1",
                "/unvote",
                "/pin",
                "/pin x",
                "/unpin 41 x",
                "/forward 41",
                "/forward bob",
                "/location",
                "/location 91 0",
                "/location 0 181",
                "/location 1e3 0",
                "/contact",
                "/contact a b"
            })
    void aWrongCommandAboutMessagesIsAMistake(String entered) {
        assertThat(Input.parse(entered)).isInstanceOf(Input.Mistake.class);
    }

    @Test
    void everyCommandThatIsCompletedIsThereAndInTheHelp() {
        String help = String.join("\n", Help.LINES);
        assertThat(Input.COMMANDS)
                .filteredOn(command -> !command.equals("/help"))
                .allSatisfy(command -> assertThat(help).contains(command))
                .allSatisfy(
                        command -> assertThat(Input.parse(command).toString()).doesNotContain("There is no command"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/group",
                "/group \"Book club bob",
                "/group \"\" bob",
                "/open",
                "/open \"\"",
                "/join",
                "/join a b",
                "/groups x",
                "/members x",
                "/add",
                "/remove",
                "/remove a b",
                "/leave x",
                "/admin",
                "/member a b",
                "/rename",
                "/describe",
                "/invite x",
                "/İİİ"
            })
    void aWrongCommandAboutGroupsIsAMistake(String entered) {
        assertThat(Input.parse(entered)).isInstanceOf(Input.Mistake.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/to", "/to a b", "/history x", "/history -1", "/history 0", "/frobnicate"})
    void aWrongCommandIsAMistakeAndNotAMessage(String entered) {
        assertThat(Input.parse(entered)).isInstanceOf(Input.Mistake.class);
    }

    @Test
    void aSlashIsWrittenTwice() {
        assertThat(Input.parse("//etc/hosts")).isEqualTo(new Input.Text("/etc/hosts"));
    }

    @Test
    void severalLinesAreOneMessageEvenIfTheyBeginWithASlash() {
        assertThat(Input.parse("/usr/bin\n  /usr/lib\n")).isEqualTo(new Input.Text("/usr/bin\n  /usr/lib"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void nothingIsNothing(String entered) {
        assertThat(Input.parse(entered)).isEqualTo(new Input.Nothing());
    }
}

package app.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.group.GroupCommand;
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

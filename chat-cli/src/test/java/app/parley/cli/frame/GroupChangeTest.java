package app.parley.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupChangeTest {

    private static final UUID BOB = UUID.fromString("0193a1c2-0000-7000-8000-000000000b0b");

    private static ServerFrame.Message message(String device, String content) {
        String frame = """
                {"type": "message", "conversation": "5c1f2a90-4d7e-4a31-9f00-2b6c7d8e9f02", "seq": 12,
                 "id": "0193a1c2-7d2e-7b11-8c55-3f0f2d9a0006", "from": "0193a1c2-0000-7000-8000-00000000a11c",
                 %s "at": "2026-11-24T10:15:31.456Z", "content": %s}""".formatted(device, content);
        return (ServerFrame.Message) FrameCodec.read(frame).getFirst();
    }

    private static GroupChange change(String content) {
        return message("", content).change();
    }

    @Test
    void changesAreReadWithWhatTheySay() {
        assertThat(change("""
                {"type": "group", "change": "created", "name": "Team", "users": ["%s"]}""".formatted(BOB))).isEqualTo(new GroupChange.Created("Team", List.of(BOB)));
        assertThat(change("""
                {"type": "group", "change": "removed", "users": ["%s"]}""".formatted(BOB))).isEqualTo(new GroupChange.Removed(List.of(BOB)));
        assertThat(change("""
                {"type": "group", "change": "role", "role": "admin", "users": ["%s"]}""".formatted(BOB))).isEqualTo(new GroupChange.Role("admin", List.of(BOB)));
        assertThat(change("""
                {"type": "group", "change": "info", "description": "", "colour": "red"}""")).isEqualTo(new GroupChange.Info(null, ""));
        assertThat(change("""
                {"type": "group", "change": "settings", "sending": "admins"}""")).isEqualTo(new GroupChange.Settings("admins", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"group\"}",
                "{\"type\": \"group\", \"change\": \"painted\", \"colour\": \"red\"}",
                "{\"type\": \"group\", \"change\": \"added\"}",
                "{\"type\": \"group\", \"change\": \"added\", \"users\": [null]}",
                "{\"type\": \"group\", \"change\": \"added\", \"users\": \"everybody\"}",
                "{\"type\": \"group\", \"change\": 7}"
            })
    void aChangeThatIsNotUnderstoodIsOneAllTheSame(String content) {
        assertThat(change(content)).isEqualTo(new GroupChange.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"poll\"}",
                "{\"type\": \"image\", \"text\": {\"caption\": \"a cat\"}}",
                "{\"type\": \"text\", \"text\": 7}",
                "{\"type\": [\"group\"]}",
                "{}",
                "null",
                "[]"
            })
    void contentThatIsNotUnderstoodIsNoChange(String content) {
        assertThat(message("", content).change()).isNull();
    }

    @Test
    void whatADeviceSentIsNoChange() {
        String device = "\"device\": \"0193a1c2-0000-7000-8000-0000000000d2\",";
        assertThat(message(device, "{\"type\": \"group\", \"change\": \"left\", \"users\": []}")
                        .change())
                .isNull();
    }
}

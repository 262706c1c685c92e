package app.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page {@code docs/protocol.md} and the frames say the same. */
class ProtocolPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^## (.*)$", Pattern.MULTILINE);
    private static final Set<String> CLIENT = names(ClientFrame.class);
    private static final Set<String> SERVER = names(ServerFrame.class);

    /** An example, and which side says it. */
    record Example(String section, JsonNode json) {}

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/protocol.md"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Set<String> names(Class<?> frames) {
        return Arrays.stream(frames.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toSet());
    }

    /** Those of frames; what goes over REST has no type. */
    static Stream<Example> examples() {
        String page = page();
        return EXAMPLE.matcher(page).results().flatMap(match -> {
            String section = SECTION.matcher(page.substring(0, match.start()))
                    .results()
                    .map(heading -> heading.group(1))
                    .reduce("", (_, later) -> later);
            JsonNode json = JSON.readTree(match.group(1));
            List<JsonNode> all = json.isArray() ? List.copyOf(json.values()) : List.of(json);
            return all.stream().filter(one -> one.has("type")).map(one -> new Example(section, one));
        });
    }

    private static boolean isFromClient(Example example) {
        String type = example.json().path("type").asString();
        return !SERVER.contains(type)
                || (CLIENT.contains(type) && example.section().equals("From the client"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsWhatTheFramesSay(Example example) {
        Class<?> frames = isFromClient(example) ? ClientFrame.class : ServerFrame.class;
        Object frame = JSON.readerFor(frames).readValue(example.json());
        assertThat(JSON.readTree(JSON.writerFor(frames).writeValueAsBytes(frame)))
                .isEqualTo(example.json());
    }

    @Test
    void everyFrameHasAnExample() {
        assertThat(examples()
                        .filter(ProtocolPageTest::isFromClient)
                        .map(example -> example.json().path("type").asString()))
                .containsAll(CLIENT);
        assertThat(examples()
                        .filter(example -> !isFromClient(example))
                        .map(example -> example.json().path("type").asString()))
                .containsAll(SERVER);
    }

    @Test
    void everyErrorIsExplainedAsItIs() {
        for (ErrorCode error : ErrorCode.values()) {
            String row = Pattern.quote("| `" + error.code() + "` |") + " .* \\| " + (error.retryable() ? "yes" : "no")
                    + " \\| .* \\|";
            assertThat(page()).containsPattern(row);
        }
    }

    @Test
    void everyCloseCodeIsExplained() {
        for (CloseCode close : CloseCode.values()) {
            assertThat(page()).contains("\n| " + close.code() + " |");
        }
    }
}

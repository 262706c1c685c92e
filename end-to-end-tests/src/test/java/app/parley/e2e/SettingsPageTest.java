package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code docs/settings.md} says what the settings records say. After a change of one of them, write the page again:
 * {@code ./mvnw -pl end-to-end-tests test -Dtest=SettingsPageTest -Dparley.docs.write=true}.
 */
class SettingsPageTest {

    private static final List<String> MODULES = List.of(
            "service-starter",
            "api-gateway",
            "chat-service",
            "presence-service",
            "profile-service",
            "offline-store-service");

    private static final String INTRODUCTION = """
            # Settings

            Written from the settings records of the services; a test keeps it so. Every setting can be given as a property
            (`--parley.chat.session.window=128`), in an `application.yml` beside the service, or by the environment
            (`PARLEY_CHAT_SESSION_WINDOW=128`). Durations are written `250ms`, `10s`, `5m`, `30d`; sizes `64KB`, `8MB`. A value
            that is out of range stops the start with a message that names it.
            """;

    @Test
    void thePageIsUpToDate() throws IOException {
        Path page = Suite.checkout().resolve("docs/settings.md");
        String expected = render();
        if (Boolean.getBoolean("parley.docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page).content().isEqualTo(expected);
    }

    private static String render() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String module : MODULES) {
            page.append("\n## ").append(module.equals("service-starter") ? "every service" : module);
            page.append("\n\n| setting | type | default | what it is |\n| --- | --- | --- | --- |\n");
            settings(module).stream().map(SettingsPageTest::row).forEach(page::append);
        }
        return page.toString();
    }

    private static List<JsonNode> settings(String module) throws IOException {
        Path metadata =
                Suite.checkout().resolve(module).resolve("target/classes/META-INF/spring-configuration-metadata.json");
        List<JsonNode> settings = new ArrayList<>();
        PublicApi.json.readTree(Files.readString(metadata)).get("properties").forEach(settings::add);
        settings.sort(Comparator.comparing(setting -> setting.get("name").asString()));
        return settings;
    }

    private static String row(JsonNode setting) {
        String type =
                setting.path("type").asString("").replaceAll("[a-z]+\\.", "").replace('$', '.');
        String value = setting.path("defaultValue").isMissingNode()
                ? ""
                : "`"
                        + setting.get("defaultValue")
                                .asString(setting.get("defaultValue").toString()) + "`";
        String description = setting.path("description")
                .asString("")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ");
        return "| `%s` | %s | %s | %s |\n"
                .formatted(setting.get("name").asString(), type.replace("<", "\\<"), value, description);
    }
}

package app.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassandraNodesTest {

    @TempDir
    private Path checkout;

    @BeforeEach
    void makeDataFolder() throws IOException {
        Files.createDirectories(settings(1).data());
    }

    @Test
    void aClusterKeepsItsPorts() {
        CassandraNodes first = CassandraNodes.of(settings(3));

        assertThat(first.ring().nodes()).isEqualTo(3);
        assertThat(CassandraNodes.of(settings(4))).isEqualTo(first);
    }

    @Test
    void dataOfAClusterIsNotTakenByASingleNode() {
        CassandraNodes.of(settings(3));

        assertThatThrownBy(() -> CassandraNodes.of(settings(2)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--data");
    }

    @Test
    void dataThatIsOlderThanTheNoteIsThatOfASingleNode() throws IOException {
        Files.createDirectory(settings(1).data().resolve("cassandra"));

        assertThat(CassandraNodes.of(settings(1)).ring().nodes()).isEqualTo(1);
        assertThatThrownBy(() -> CassandraNodes.of(settings(3))).isInstanceOf(StackFailure.class);
    }

    private StackSettings settings(int nodes) {
        return StackSettings.of(checkout).withNodes(nodes);
    }
}

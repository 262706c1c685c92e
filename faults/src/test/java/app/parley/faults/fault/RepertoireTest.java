package app.parley.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.launcher.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to break, without a suite. */
class RepertoireTest {

    @TempDir
    private Path checkout;

    @Test
    void aFaultIsChosenByNameOrByNameAndTarget() {
        assertThat(titles(1, "kill:chat", "slow:chat-to-redis", "cut-one-way:redis-to-chat"))
                .containsExactlyInAnyOrder("kill chat", "slow chat-to-redis", "cut-one-way redis-to-chat");
        assertThat(titles(1, "pause-long"))
                .contains("pause-long postgres", "pause-long cassandra", "pause-long gateway")
                .hasSize(8);
    }

    @Test
    void eachLineHasOneNameWhateverThePorts() {
        assertThat(titles(2, "cut"))
                .doesNotHaveDuplicates()
                .contains(
                        "cut chat-2-to-redis",
                        "cut chat-to-offline-store-2",
                        "cut all-to-offline-store-2",
                        "cut profile-to-postgres",
                        "cut offline-store-2-to-cassandra",
                        "cut gateway-2-to-chat");
    }

    @Test
    void twoThatCallEachOtherAreCutOnceAndEitherWay() {
        assertThat(titles(1, "cut")).contains("cut profile-to-presence").doesNotContain("cut presence-to-profile");
        assertThat(titles(1, "cut-one-way"))
                .contains("cut-one-way profile-to-presence", "cut-one-way presence-to-profile")
                .doesNotHaveDuplicates();
    }

    @Test
    void inAClusterCassandraNodesAreCutOffWholeAndNotByLine() {
        assertThat(titles(3, "cut"))
                .contains("cut cassandra-2", "cut cassandra-3")
                .noneMatch(title -> title.contains("to-cassandra"));
        assertThat(titles(3, "full-disk")).containsExactly("full-disk cassandra-2", "full-disk cassandra-3");
    }

    @Test
    void redisFailsOverWhereItHasAReplica() {
        assertThat(titles(1, "restart-empty")).containsExactly("restart-empty redis");
        assertThat(titles(3, "restart-empty", "fail-over")).containsExactly("restart-empty redis", "fail-over redis");
        assertThat(titles(3, "kill")).contains("kill redis-2", "kill redis-sentinel-3");
    }

    @Test
    void aLineIsDoneToBothOfItsEnds() {
        try (Repertoire repertoire = repertoire(1, "cut:chat-to-redis")) {
            assertThat(repertoire.faults())
                    .singleElement()
                    .extracting(Fault::instances)
                    .isEqualTo(Set.of("chat", "redis"));
        }
    }

    @Test
    void aFaultThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> repertoire(1, "kill:chat", "kill:chat-2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'kill:chat-2'");
    }

    /** Those that this machine can do and those that it cannot. */
    private List<String> titles(int nodes, String... only) {
        try (Repertoire repertoire = repertoire(nodes, only)) {
            return Stream.concat(
                            repertoire.faults().stream(),
                            repertoire.leftOut().stream().flatMap(leftOut -> leftOut.faults().stream()))
                    .map(Fault::title)
                    .toList();
        }
    }

    private Repertoire repertoire(int nodes, String... only) {
        Path home = checkout.resolve("of-" + nodes);
        StackSettings settings = StackSettings.of(checkout).withHome(home).withNodes(nodes);
        return Repertoire.of(
                settings,
                () -> {
                    throw new IllegalStateException("no suite runs here");
                },
                List.of(only));
    }
}

package app.parley.load.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void timeThatIsSpentIsCounted() {
        List<Part> parts = List.of(new Part("self", SELF, null));
        Usage before = Usage.of(parts);
        long end = System.nanoTime() + 300_000_000L;
        long spins = 0;
        while (System.nanoTime() < end) {
            spins++;
        }

        assertThat(spins).isPositive();
        assertThat(Usage.of(parts).since(before).micros().get("self")).isBetween(10_000L, 60_000_000L);
        assertThat(before.residentKib().get("self")).isPositive();
    }

    @Test
    void childrenCountForTheirParentUnlessTheyAreLookedAtThemselves() throws IOException, InterruptedException {
        Process child = new ProcessBuilder("sleep", "60").start();
        try {
            Usage together = Usage.of(List.of(new Part("self", SELF, null)));
            Usage apart = Usage.of(List.of(new Part("self", SELF, null), new Part("child", child.pid(), null)));

            assertThat(apart.residentKib().get("child")).isPositive();
            assertThat(together.residentKib().get("self")).isPositive();
            assertThat(together.residentKib()).doesNotContainKey("child");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatIsGoneCountsAsNothing() {
        assertThat(Usage.of(List.of(new Part("gone", 0, null))).micros()).containsEntry("gone", 0L);
    }

    @Test
    void theStackIsFoundWhereItIsNoted(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("chat-service.properties"), "pid=" + SELF + "\nport=1234\ninternal-port=4321\n");
        Files.writeString(folder.resolve("launcher.properties"), "pid=" + SELF + "\n");
        Stack stack = Stack.noted(folder);
        stack.add("other", 1);

        assertThat(stack.parts()).extracting(Part::name).containsExactly("chat-service", "other");
        assertThat(stack.parts().getFirst().metrics()).hasToString("http://127.0.0.1:4321/actuator/prometheus");
        assertThat(stack.address("chat-service")).hasToString("Optional[http://127.0.0.1:1234]");
    }

    @Test
    void withoutAStackThereAreNoParts(@TempDir Path folder) {
        assertThat(Stack.noted(folder.resolve("nothing")).parts()).isEmpty();
    }
}

package app.parley.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The delivery contract on a real suite of which one part after the other goes. */
class FaultsTest {

    private static final String FAULTS = "kill:chat,terminate:chat,pause-short:chat,"
            + "kill:offline-store,terminate:offline-store,pause-short:offline-store,kill:redis";

    @Test
    void theContractHoldsWhileInstancesAndAStoreGo() {
        int violated = FaultsCommand.commandLine()
                .execute(
                        "--checkout",
                        Path.of("").toAbsolutePath().getParent().toString(),
                        "--minutes",
                        "2",
                        "--seed",
                        "20",
                        "--one-at-a-time",
                        "--no-training",
                        "--only",
                        FAULTS);

        assertThat(violated)
                .as("exit code; the violations, the seed and the record's place are in the output")
                .isZero();
    }
}

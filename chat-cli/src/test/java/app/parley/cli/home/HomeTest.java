package app.parley.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final URI SERVER = URI.create("http://localhost:8080");

    @TempDir
    private Path root;

    @Test
    void aHomeInUseCannotBeOpenedTwice() throws IOException {
        try (Home first = Home.open(root, SERVER, "alice")) {
            assertThatExceptionOfType(HomeBusyException.class)
                    .isThrownBy(() -> Home.open(root, SERVER, "Alice"))
                    .withMessageContaining("already in use")
                    .withMessageContaining(first.folder().toString());
        }
        Home.open(root, SERVER, "alice").close();
    }

    @Test
    void eachServerAndHandleHasItsOwn() throws IOException {
        try (Home alice = Home.open(root, SERVER, "alice");
                Home bob = Home.open(root, SERVER, "bob");
                Home elsewhere = Home.open(root, URI.create("https://chat.example.org"), "alice")) {
            assertThat(alice.folder()).isNotEqualTo(bob.folder()).isNotEqualTo(elsewhere.folder());
        }
    }

    @Test
    void aHandleCannotLeadOutOfIt() throws IOException {
        try (Home home = Home.open(root, SERVER, "../../evil")) {
            assertThat(home.folder().normalize()).startsWith(root).isEqualTo(home.folder());
        }
    }

    @Test
    void onlyItsOwnerCanReadWhatIsInIt() throws IOException {
        try (Home home = Home.open(root, SERVER, "alice")) {
            JsonFile<String> file = home.file("secret.json", String.class);
            file.write("secret");
            file.write("another");

            assertThat(file.read()).contains("another");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.folder().resolve("secret.json"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                    .isEqualTo("rwx------");
        }
    }
}

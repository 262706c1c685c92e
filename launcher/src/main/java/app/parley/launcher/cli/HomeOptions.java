package app.parley.launcher.cli;

import app.parley.launcher.StackSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stack lives. */
final class HomeOptions {

    @Option(names = "--checkout", hidden = true, description = "The checkout whose services run.")
    private Path checkout = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the stores' data and the secrets (default: .parley/data in the checkout).")
    private @Nullable Path data;

    StackSettings settings() {
        StackSettings settings = StackSettings.of(checkout.toAbsolutePath());
        return data == null ? settings : settings.withData(data.toAbsolutePath());
    }
}

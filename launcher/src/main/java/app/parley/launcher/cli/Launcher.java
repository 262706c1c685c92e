package app.parley.launcher.cli;

import app.parley.launcher.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The developer stack's command line. People call it through {@code ./parley}, which builds first. */
@Command(
        name = "parley",
        mixinStandardHelpOptions = true,
        description = "Parley's developer stack.",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class})
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        int exit = new CommandLine(new Launcher())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Launcher::report)
                .execute(arguments);
        System.exit(exit);
    }

    private static int report(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        switch (problem) {
            case StackFailure failure -> Failures.print(failure, failure.log(), command.getErr());
            case IOException failure -> Failures.print(failure, null, command.getErr());
            case UncheckedIOException failure -> Failures.print(failure, null, command.getErr());
            default -> problem.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}

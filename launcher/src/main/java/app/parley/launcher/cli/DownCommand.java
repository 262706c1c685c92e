package app.parley.launcher.cli;

import app.parley.launcher.EarlierStack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Stops what {@code up} started, from another shell or after its launcher was killed. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything that up started.")
final class DownCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Override
    public Integer call() {
        EarlierStack stack = new EarlierStack(home.settings());
        if (stack.launcher().isPresent()) {
            System.out.println("Stopping Parley ...");
        }
        int stopped = stack.stop();
        System.out.println(stopped == 0 ? "Nothing was running." : "Parley is stopped.");
        return ExitCode.OK;
    }
}

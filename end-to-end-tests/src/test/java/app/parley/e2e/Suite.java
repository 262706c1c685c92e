package app.parley.e2e;

import app.parley.launcher.Part;
import app.parley.launcher.Stack;
import app.parley.launcher.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running Parley for all tests of this JVM, on free ports and with throw-away data. A test takes it as a parameter,
 * and leaves every part running.
 */
final class Suite implements ParameterResolver {

    /** Asked for by test methods and constructors. */
    record Running(Stack stack, PublicApi api, Path home, CodeReceiver codes) implements AutoCloseable {

        /** Ends every process, then removes what they wrote, unless somebody wants to look at it. */
        @Override
        public void close() throws IOException {
            stack.close();
            codes.close();
            if (!Boolean.getBoolean("parley.e2e.keep")) {
                try (Stream<Path> files = Files.walk(home)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Suite.class))
                .computeIfAbsent(Running.class, key -> start(), Running.class);
    }

    private static Running start() {
        try {
            Path home = Files.createTempDirectory("parley-e2e-");
            CodeReceiver codes = new CodeReceiver();
            StackSettings settings = StackSettings.of(checkout())
                    .withHome(home)
                    // tests make many accounts and sessions from one address
                    .withProperty(Part.GATEWAY, "parley.gateway.limits.enabled", "false")
                    .withProperty(Part.PROFILE, "parley.profile.codes.sender", "http")
                    .withProperty(Part.PROFILE, "parley.profile.codes.http.url", codes.address())
                    .withProperty(Part.PROFILE, "parley.profile.codes.http.token", CodeReceiver.TOKEN);
            Stack stack = Stack.start(settings);
            return new Running(stack, new PublicApi(stack.gateway()), home, codes);
        } catch (IOException e) {
            throw new IllegalStateException("no temporary folder, or no free port", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Path checkout() {
        return Path.of("").toAbsolutePath().getParent();
    }
}

package app.parley.profile.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that a guesser tries first. */
final class CommonPasswords {

    private static final Set<String> KNOWN = read("common-passwords.txt");

    private CommonPasswords() {}

    static boolean contain(String password) {
        return KNOWN.contains(password.toLowerCase(Locale.ROOT));
    }

    private static Set<String> read(String resource) {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}

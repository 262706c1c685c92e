package app.parley.stores;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a store that is written in Java runs with: the JDK that runs us, and a class path that is not ours. */
final class JavaStore {

    private JavaStore() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jars that the build has listed for this store; they lie in the local Maven repository. */
    static List<Path> classPath(String store) throws IOException {
        String resource = store + ".classpath";
        try (InputStream list = JavaStore.class.getResourceAsStream(resource)) {
            if (list == null) {
                throw new IOException("the class path list %s is missing: build %s-runtime".formatted(resource, store));
            }
            List<Path> jars = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .strip().transform(text -> List.of(text.split(File.pathSeparator))).stream()
                            .map(Path::of)
                            .toList();
            for (Path jar : jars) {
                if (!Files.exists(jar)) {
                    throw new IOException("%s is missing: build %s-runtime again".formatted(jar, store));
                }
            }
            return jars;
        }
    }

    static String join(List<Path> jars) {
        return String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
    }
}

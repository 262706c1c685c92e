package app.parley.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small process that is started, asked and stopped as a service is. The property {@code fake} makes it misbehave. */
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        if ("tools".equals(System.getProperty("jarmode"))) {
            Path jar = Path.of(System.getProperty("java.class.path"));
            Files.copy(jar, Path.of(arguments[arguments.length - 1]).resolve(jar.getFileName()));
            return;
        }
        if ("onRefresh".equals(System.getProperty("spring.context.exit"))) {
            return;
        }
        String settings = System.getenv("SPRING_APPLICATION_JSON");
        if ("exits".equals(setting(settings, "fake"))) {
            System.out.println("the flux capacitor is empty");
            System.exit(3);
        }
        listen(setting(settings, "parley.service.internal-port"));
        listen(setting(settings, "server.port"));
    }

    /** Puts a fake of every service into a folder that looks like a checkout that has been built. */
    static void build(Path checkout) throws IOException {
        for (Part part : Part.values()) {
            if (part.isService()) {
                build(part, checkout.resolve(part.title()).resolve("target"));
            }
        }
    }

    private static void build(Part part, Path target) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String classFile = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(
                        Files.createDirectories(target).resolve(part.title() + "-0.1.0-SNAPSHOT.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry(classFile));
            FakeService.class.getClassLoader().getResourceAsStream(classFile).transferTo(jar);
        }
    }

    private static void listen(String port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    private static String setting(String json, String name) {
        Matcher matcher =
                Pattern.compile('"' + Pattern.quote(name) + "\":\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}

package app.parley.launcher.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How to start a service.
 *
 * @param jar its executable jar
 * @param unpacked where it is unpacked to, a folder for each content
 * @param log what it prints is appended here
 * @param heapMegabytes the largest heap
 * @param settings its Spring properties
 * @param environment environment variables beyond the launcher's own
 */
public record ServiceLaunch(
        Path jar,
        Path unpacked,
        Path log,
        int heapMegabytes,
        Map<String, String> settings,
        Map<String, String> environment) {

    /** Beside one that has the ports. */
    ServiceLaunch onAnyPort() {
        Map<String, String> anyPort = new HashMap<>(settings);
        anyPort.put("server.port", "0");
        anyPort.put("parley.service.internal-port", "0");
        return new ServiceLaunch(jar, unpacked, log, heapMegabytes, anyPort, environment);
    }
}

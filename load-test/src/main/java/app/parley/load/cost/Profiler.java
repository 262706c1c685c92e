package app.parley.load.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Records with JFR where Java processes spend their time. */
public final class Profiler {

    private static final String RECORDING = "parley-load";
    private static final int SHOWN = 15;

    private final Path folder;
    private final List<Part> parts;

    /** Keeps the recordings in this folder. */
    public Profiler(Path folder, List<Part> parts) {
        this.folder = folder.toAbsolutePath();
        this.parts = parts.stream().filter(part -> Jcmd.isJava(part.pid())).toList();
    }

    /**
     * What a share of the samples had in common.
     *
     * @param what a method, or a package
     */
    public record Share(String what, double percent) {}

    /**
     * Where one process spent its time.
     *
     * @param samples how many times it was looked at
     * @param methods the methods that ran, the most frequent first
     * @param packages on whose behalf: the innermost package of each stack that is not the JDK's
     */
    public record Profile(int samples, List<Share> methods, List<Share> packages) {}

    public void start() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
        parts.forEach(part -> Jcmd.run(part.pid(), "JFR.start", "name=" + RECORDING, "settings=profile"));
    }

    /** Ends the recordings, keeps them as files, and says what is in them. */
    public Map<String, Profile> stop() {
        Map<String, Profile> profiles = new TreeMap<>();
        for (Part part : parts) {
            Path file = folder.resolve(part.name() + ".jfr");
            if (Jcmd.run(part.pid(), "JFR.stop", "name=" + RECORDING, "filename=" + file) && Files.exists(file)) {
                profiles.put(part.name(), read(file));
            }
        }
        return profiles;
    }

    private static Profile read(Path file) {
        Map<String, Integer> methods = new HashMap<>();
        Map<String, Integer> packages = new HashMap<>();
        int samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (isSample(event) && stack != null && !stack.getFrames().isEmpty()) {
                    samples++;
                    List<RecordedFrame> frames = stack.getFrames();
                    methods.merge(nameOf(frames.getFirst()), 1, Integer::sum);
                    packages.merge(packageOf(frames), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new Profile(samples, largest(methods, samples), largest(packages, samples));
    }

    private static boolean isSample(RecordedEvent event) {
        String type = event.getEventType().getName();
        return type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample") && !isWaiting(event);
    }

    /** A native sample is also taken of a thread that waits for the network. */
    private static boolean isWaiting(RecordedEvent event) {
        RecordedStackTrace stack = Objects.requireNonNull(event.getStackTrace());
        String method = nameOf(stack.getFrames().getFirst());
        return method.contains("poll")
                || method.contains("Wait")
                || method.contains("wait")
                || method.contains("accept");
    }

    private static String nameOf(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + method.getName();
    }

    private static String packageOf(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .filter(type -> !type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun."))
                .findFirst()
                .map(Profiler::packageName)
                .orElse("(JDK)");
    }

    private static String packageName(String type) {
        String[] names = type.split("\\.");
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(names.length - 1, 4); i++) {
            kept.add(names[i]);
        }
        return String.join(".", kept);
    }

    private static List<Share> largest(Map<String, Integer> counts, int samples) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed())
                .limit(SHOWN)
                .map(entry -> new Share(entry.getKey(), 100.0 * entry.getValue() / samples))
                .toList();
    }
}

package app.parley.load.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What processes have used so far.
 *
 * @param micros CPU time of each part, its children included
 * @param residentKib memory of each part, its children included
 */
public record Usage(Map<String, Long> micros, Map<String, Long> residentKib) {

    /** Of Linux, in {@code /proc}: clock ticks are hundredths of a second for every program, whatever the kernel's own. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final int UTIME = 11;
    private static final int CHILDREN_STIME = 14;

    /** What these parts have used until now. What is not there any more counts as nothing. */
    public static Usage of(List<Part> parts) {
        Set<Long> known = parts.stream().map(Part::pid).collect(Collectors.toSet());
        Map<String, Long> micros = new TreeMap<>();
        Map<String, Long> resident = new TreeMap<>();
        for (Part part : parts) {
            long cpu = 0;
            long memory = 0;
            for (long pid : family(part.pid(), known)) {
                cpu += cpuMicros(pid);
                memory += residentKib(pid);
            }
            micros.put(part.name(), cpu);
            resident.put(part.name(), memory);
        }
        return new Usage(micros, resident);
    }

    /** What was used from then to now. */
    public Usage since(Usage earlier) {
        return new Usage(difference(micros, earlier.micros), difference(residentKib, earlier.residentKib));
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> then) {
        Map<String, Long> difference = new TreeMap<>();
        now.forEach((name, value) -> difference.put(name, value - then.getOrDefault(name, 0L)));
        return difference;
    }

    /** A process and its descendants, without those that are parts of their own. */
    private static List<Long> family(long pid, Set<Long> known) {
        List<Long> family = new ArrayList<>();
        if (pid > 0) {
            family.add(pid);
            ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(ProcessHandle::pid)
                    .filter(child -> !known.contains(child))
                    .forEach(family::add);
        }
        return family;
    }

    /** The time of a process and of those of its children that have ended. */
    private static long cpuMicros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // the name in parentheses may contain anything
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = UTIME; field <= CHILDREN_STIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * MICROS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long residentKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}

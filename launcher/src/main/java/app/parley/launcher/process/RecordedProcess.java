package app.parley.launcher.process;

import java.util.Map;

/**
 * A process as the run folder knows it.
 *
 * @param name what it is to the stack: {@code launcher}, or a part's name
 * @param identity which process it is
 * @param details what others want to know of it: its ports, its address
 */
public record RecordedProcess(String name, ProcessIdentity identity, Map<String, String> details) {}

package app.parley.launcher;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a stack notes of its processes, for other commands and for the next start. */
final class Notes {

    /** The name that the launcher's own process is noted under. */
    static final String LAUNCHER = "launcher";

    private final StackSettings settings;
    private final Ports ports;
    private final RunFolder run;

    Notes(StackSettings settings, Ports ports, RunFolder run) {
        this.settings = settings;
        this.ports = ports;
        this.run = run;
    }

    /** @param state how far the stack is: {@code starting}, {@code up} */
    void takeLauncher(String state) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("state", state);
        details.put("data", settings.data().toString());
        details.put("gateway", gateway(Instance.first(Part.GATEWAY)));
        details.put(
                "gateways", settings.instances(Part.GATEWAY).map(this::gateway).collect(Collectors.joining(" ")));
        take(LAUNCHER, ProcessHandle.current(), details);
    }

    void forgetLauncher() {
        run.forget(LAUNCHER);
    }

    void take(Instance instance, ProcessHandle process) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("port", Integer.toString(ports.of(instance)));
        if (instance.isService()) {
            details.put("internal-port", Integer.toString(ports.internal(instance)));
        }
        take(instance.id(), process, details);
    }

    void forget(Instance instance) {
        run.forget(instance.id());
    }

    private String gateway(Instance gateway) {
        return "http://localhost:" + ports.of(gateway);
    }

    private void take(String name, ProcessHandle process, Map<String, String> details) {
        run.record(new RecordedProcess(name, ProcessIdentity.of(process), details));
    }
}

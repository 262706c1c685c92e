package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import app.parley.launcher.StackSettings;
import java.util.List;

/** Which of a suite's instances are nodes of its Cassandra. */
final class CassandraNodes {

    private CassandraNodes() {}

    static boolean isOne(Instance instance) {
        return instance.part() == Part.CASSANDRA;
    }

    static boolean isCluster(StackSettings settings) {
        return all(settings).size() > 1;
    }

    /** Those of a cluster that are not the first, whose address is everybody's. */
    static List<Instance> others(StackSettings settings) {
        return all(settings).stream().filter(node -> node.number() > 1).toList();
    }

    private static List<Instance> all(StackSettings settings) {
        return settings.instances().stream().filter(CassandraNodes::isOne).toList();
    }
}

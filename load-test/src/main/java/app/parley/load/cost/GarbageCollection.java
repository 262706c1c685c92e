package app.parley.load.cost;

import java.util.List;

/** Makes Java processes give back what they do not need, so that what they then take says what they need. */
public final class GarbageCollection {

    private GarbageCollection() {}

    /** Collects in all Java processes among these. */
    public static void run(List<Part> parts) {
        for (Part part : parts) {
            if (Jcmd.isJava(part.pid())) {
                Jcmd.run(part.pid(), "GC.run");
            }
        }
    }
}

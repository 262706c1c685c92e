package app.parley.stores;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A Cassandra node, alone or in a ring; every write that it has answered is on disk. */
public final class CassandraServer extends StoreServer {

    /** What drivers call the local data centre. */
    public static final String DATACENTER = "datacenter1";

    private static final String NAME = "Cassandra";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int PROBE_TIMEOUT_MILLIS = 1_000;
    // Version 4 of the native protocol, no flags, stream 0, OPTIONS, no body; the answer is SUPPORTED.
    private static final byte[] OPTIONS_REQUEST = {4, 0, 0, 0, 5, 0, 0, 0, 0};
    private static final int OPCODE_AT = 4;
    private static final int SUPPORTED = 6;

    private final AheadOfTimeCache cache;

    private final String address;

    private CassandraServer(StoreProcess process, Settings settings, AheadOfTimeCache cache) {
        super(process, settings.port());
        this.address = settings.address();
        this.cache = cache;
    }

    /**
     * @param data the folder of this instance, made if it is not there
     * @param port where it answers CQL, 0 for any free port
     * @param heapMegabytes the size of its heap, at least 256
     * @param log the file that its output is appended to
     * @param ring the nodes that it is one of
     * @param node which of them it is, from 1. For the first time, they start one after the other
     */
    public record Settings(Path data, int port, int heapMegabytes, Path log, CassandraRing ring, int node) {

        /** A node that is alone. */
        public Settings(Path data, int port, int heapMegabytes, Path log) {
            this(data, port, heapMegabytes, log, CassandraRing.ofOne(), 1);
        }

        String address() {
            return CassandraRing.address(node);
        }
    }

    public static CassandraServer start(Settings wanted) {
        Settings settings = new Settings(
                wanted.data(),
                portOrFree(wanted.port()),
                wanted.heapMegabytes(),
                wanted.log(),
                wanted.ring(),
                wanted.node());
        CassandraLayout layout = new CassandraLayout(settings);
        StoreCommand command = new StoreCommand(
                NAME,
                settings.address(),
                settings.port(),
                StoreFolder.prepare(NAME, settings.data(), settings.log(), layout::commandLine),
                settings.data(),
                settings.log(),
                PATIENCE,
                Signal.TERM);
        StoreProcess process = StoreProcess.start(command, () -> answers(settings.address(), settings.port()));
        return new CassandraServer(process, settings, layout.cache());
    }

    /** Where drivers connect, as {@code spring.cassandra.contact-points} takes it. */
    public String contactPoint() {
        return address + ":" + port();
    }

    @Override
    void ended() {
        cache.publish();
    }

    /** Whether a Cassandra at this address speaks CQL. */
    public static boolean answers(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PROBE_TIMEOUT_MILLIS);
            socket.setSoTimeout(PROBE_TIMEOUT_MILLIS);
            socket.getOutputStream().write(OPTIONS_REQUEST);
            byte[] header = new byte[OPTIONS_REQUEST.length];
            new DataInputStream(socket.getInputStream()).readFully(header);
            return header[OPCODE_AT] == SUPPORTED;
        }
    }
}

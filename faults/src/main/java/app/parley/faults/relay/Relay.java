package app.parley.faults.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Carries the connections to one address, and disturbs them when told to. Own code, since Toxiproxy is a program in Go
 * of which Java has only the remote control, and it loses what it holds.
 */
final class Relay implements AutoCloseable {

    private static final int BACKLOG = 200;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Lane there = new Lane();
    private final Lane back = new Lane();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile double refused;

    /** Listens from now on; the target need not yet. */
    Relay(InetSocketAddress target) {
        this.target = target;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no relay to %s can be opened".formatted(target), e);
        }
        threads.execute(this::accept);
    }

    /** Where callers find it. */
    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** What goes to the target. */
    Lane there() {
        return there;
    }

    /** What comes back from it. */
    Lane back() {
        return back;
    }

    /** Refuses a part of the new connections, between none, 0, and all, 1. */
    void refuse(double part) {
        refused = part;
    }

    /** Resets one of the connections at both ends, if there is one. */
    void resetOne() {
        List<Connection> all = List.copyOf(connections);
        if (!all.isEmpty()) {
            all.get(ThreadLocalRandom.current().nextInt(all.size())).reset();
        }
    }

    /** Resets all connections at both ends, and what they hold is lost. */
    void resetAll() {
        connections.forEach(Connection::reset);
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            resetAll();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Connection connection = new Connection(listener.accept());
                connections.add(connection);
                threads.execute(connection);
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A caller's connection and the one to the target that belongs to it. */
    private final class Connection implements Runnable {

        private final Socket caller;
        private final Socket callee = new Socket();

        Connection(Socket caller) {
            this.caller = caller;
        }

        @Override
        public void run() {
            try {
                serve();
            } catch (IOException | ExecutionException over) {
                reset();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                connections.remove(this);
                close(caller);
                close(callee);
            }
        }

        private void serve() throws IOException, ExecutionException, InterruptedException {
            there.pass();
            if (ThreadLocalRandom.current().nextDouble() < refused) {
                reset();
                return;
            }
            connect();
            Future<?> answers = threads.submit(() -> carry(callee, caller, back));
            carry(caller, callee, there);
            answers.get();
        }

        private void connect() throws IOException {
            caller.setTcpNoDelay(true);
            callee.setTcpNoDelay(true);
            callee.connect(target);
        }

        /** Until the one side has no more to say. Its end travels the same way as its bytes. */
        private void carry(Socket from, Socket to, Lane lane) {
            byte[] buffer = new byte[16 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    lane.pass();
                    out.write(buffer, 0, length);
                }
                lane.pass();
                to.shutdownOutput();
            } catch (IOException broken) {
                resetWhenOpen();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        /** Neither side hears of the other's reset while the way to it is cut. */
        private void resetWhenOpen() {
            try {
                there.pass();
                back.pass();
                reset();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }

        private void reset() {
            reset(caller);
            reset(callee);
        }

        private static void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException closed) {
                return;
            }
            close(socket);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

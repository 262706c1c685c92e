package app.parley.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can go dead: then nothing comes through any more, and neither side hears of an end. */
final class Wire implements AutoCloseable {

    private final ServerSocket entry;
    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    Wire(int server) {
        this.server = server;
        try {
            entry = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entry.getLocalPort();
    }

    void goDead() {
        dead = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entry.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(client);
                ends.add(service);
                Thread.ofVirtual().start(() -> move(client, service));
                Thread.ofVirtual().start(() -> move(service, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void move(Socket from, Socket to) {
        byte[] buffer = new byte[8 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!dead) {
                    out.write(buffer, 0, read);
                }
            }
            if (!dead) {
                to.close();
            }
        } catch (IOException broken) {
            // as a line that breaks
        }
    }

    @Override
    public void close() {
        try {
            entry.close();
            for (Socket end : ends) {
                end.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package se.mandat.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One address for several nodes: whoever comes is led to the first that is there. */
final class Doorway implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Integer> nodes = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Doorway(ServerSocket listening) {
        this.listening = listening;
    }

    static Doorway open() {
        try {
            Doorway doorway = new Doorway(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("doorway").start(doorway::accept);
            return doorway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Also to the node at this port, after those that were said before. */
    void leadsTo(int port) {
        nodes.add(port);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> lead(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        open.add(client);
        Optional<Socket> node = firstThatIsThere();
        try (client) {
            if (node.isPresent()) {
                Thread.ofVirtual().start(() -> pass(node.get(), client));
                pass(client, node.get());
            }
        } catch (IOException gone) {
            // it hung up first
        } finally {
            open.remove(client);
        }
    }

    private Optional<Socket> firstThatIsThere() {
        for (int port : nodes) {
            try {
                return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
            } catch (IOException notThere) {
                // the next one may be
            }
        }
        return Optional.empty();
    }

    /** Until one of them hangs up; then both have. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // closing both tells the other direction
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

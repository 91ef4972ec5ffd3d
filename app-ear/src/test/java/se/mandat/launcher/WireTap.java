package se.mandat.launcher;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands on the wire between the application and its PostgreSQL, passes everything on, and writes down what goes by:
 * every round trip of every transaction, whatever library sent it. Nothing is written down unless somebody listens.
 */
public final class WireTap implements AutoCloseable {

    private static final int NO_ENCRYPTION_PLEASE = 80_877_103;
    private static final int NO_KERBEROS_PLEASE = 80_877_104;

    private final ServerSocket listening;
    private final int behind;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<WireTransaction> heard = new CopyOnWriteArrayList<>();
    private volatile boolean somebodyListens;

    private WireTap(ServerSocket listening, int behind) {
        this.listening = listening;
        this.behind = behind;
    }

    /** A tap in front of the PostgreSQL that listens on this port of this machine. */
    static WireTap before(int port) {
        try {
            WireTap tap = new WireTap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().name("wire tap").start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new CannotStartException("The wire cannot be tapped", e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The transactions that ended while {@code work} was done, in the order in which they ended. */
    public synchronized List<WireTransaction> during(Runnable work) {
        heard.clear();
        somebodyListens = true;
        try {
            work.run();
        } finally {
            somebodyListens = false;
        }
        return List.copyOf(heard);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            open.add(client);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            DataInputStream fromClient = input(client);
            DataInputStream fromServer = input(server);
            DataOutputStream toClient = output(client);
            DataOutputStream toServer = output(server);
            greet(fromClient, toServer, fromServer, toClient);
            Conversation conversation = new Conversation();
            Thread answers = Thread.ofVirtual()
                    .start(() -> pass(fromServer, toClient, server, client, (type, body) -> {
                        conversation
                                .answered(type, body)
                                .filter(ended -> somebodyListens)
                                .ifPresent(heard::add);
                    }));
            pass(fromClient, toServer, client, server, conversation::asked);
            answers.join();
        } catch (IOException gone) {
            // one of the two has hung up, and so does the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    /** What a client says before it speaks in messages: whether to encrypt, which no server of ours does, and who it is. */
    private static void greet(
            DataInputStream fromClient,
            DataOutputStream toServer,
            DataInputStream fromServer,
            DataOutputStream toClient)
            throws IOException {
        int code;
        do {
            int length = fromClient.readInt();
            code = fromClient.readInt();
            toServer.writeInt(length);
            toServer.writeInt(code);
            toServer.write(fromClient.readNBytes(length - 2 * Integer.BYTES));
            toServer.flush();
            if (code == NO_ENCRYPTION_PLEASE || code == NO_KERBEROS_PLEASE) {
                toClient.writeByte(fromServer.readByte());
                toClient.flush();
            }
        } while (code == NO_ENCRYPTION_PLEASE || code == NO_KERBEROS_PLEASE);
    }

    private interface Listener {
        void hears(char type, byte[] body);
    }

    private static void pass(DataInputStream from, DataOutputStream to, Socket one, Socket other, Listener listener) {
        try (one;
                other) {
            for (int type = from.read(); type >= 0; type = from.read()) {
                int length = from.readInt();
                byte[] body = from.readNBytes(length - Integer.BYTES);
                listener.hears((char) type, body);
                to.writeByte(type);
                to.writeInt(length);
                to.write(body);
                if (from.available() == 0) {
                    to.flush();
                }
            }
        } catch (IOException gone) {
            // closing both sockets tells the other direction
        }
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }

    private static DataOutputStream output(Socket socket) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
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

package se.mandat.invariants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.mandat.launcher.Mailbox;

/** A mail server that takes no mail, in the place of the one that does, until it is closed. */
final class SurlyMailServer implements AutoCloseable {

    /** How it takes none. */
    enum Manner {
        /** Whoever comes is let in and never hears a word. */
        SILENT(""),
        /** The first who comes never hears a word; all others are told to come again. */
        SLUGGISH("451 4.3.0 come again later"),
        NOT_NOW("451 4.3.0 come again later"),
        NOBODY_OF_THAT_NAME("550 5.1.1 no such address");

        private final String answer;

        Manner(String answer) {
            this.answer = answer;
        }
    }

    private final Mailbox mailbox;
    private final Manner manner;
    private final ServerSocket door;
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private final Thread receiving;

    private SurlyMailServer(Mailbox mailbox, Manner manner, ServerSocket door) {
        this.mailbox = mailbox;
        this.manner = manner;
        this.door = door;
        this.receiving = Thread.ofVirtual().unstarted(this::receive);
    }

    static SurlyMailServer insteadOf(Mailbox mailbox, Manner manner) {
        mailbox.stop();
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), mailbox.port()));
            SurlyMailServer server = new SurlyMailServer(mailbox, manner, door);
            server.receiving.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many have knocked. */
    int visits() {
        return guests.size();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket guest : guests) {
                guest.close();
            }
            // the port is free when whoever waits at the door has left it
            receiving.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        mailbox.goOn();
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                guests.add(guest);
                if (manner != Manner.SILENT && !(manner == Manner.SLUGGISH && guests.size() == 1)) {
                    Thread.ofVirtual().start(() -> talk(guest));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket guest) {
        try (guest;
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII))) {
            answer(guest, "220 surly");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                answer(guest, line.startsWith("RCPT") ? manner.answer : "250 well");
            }
        } catch (IOException gone) {
            // whoever goes, goes
        }
    }

    private static void answer(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}

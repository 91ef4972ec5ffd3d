package se.mandat.launcher;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mail server for everybody's mail on this machine. What arrives is written to a folder, as it came ({@code .eml}), as
 * a page and as text; {@code index.html} lists it.
 */
public final class Mailbox implements AutoCloseable {

    private static final long STARTUP_MILLIS = 10_000;
    private static final int LISTED = 200;
    private static final String ROW = ".row";
    private static final String EVERYBODY = "everybody@localhost";

    private final int port;
    private final Path folder;
    private final List<Received> received = new ArrayList<>();
    private final Deque<String> rows = new ArrayDeque<>();
    private long arrived;
    private GreenMail server;

    /**
     * A mail that has arrived.
     *
     * @param to the address
     * @param source the whole of it, as it came
     */
    public record Received(
            String to, String from, String subject, String messageId, String text, String html, String source) {

        /** What stands in a header, or an empty text. */
        public String header(String name) {
            return source.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private Mailbox(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    static Mailbox open(int port, Path folder) {
        Mailbox mailbox = new Mailbox(port, folder);
        mailbox.readRows();
        mailbox.goOn();
        return mailbox;
    }

    /** From here on nobody listens there, until it goes on. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    public synchronized void goOn() {
        ServerSetup setup =
                new ServerSetup(port, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        server = new GreenMail(setup) {
            @Override
            protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
                return Map.of(setup.getProtocol(), new Prompt(setup, managers));
            }
        };
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            take(message.getMessage(), address.getEmail());
            return everybody();
        });
        server.start();
    }

    /** What has arrived since it was last emptied, the oldest first. */
    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    public synchronized void empty() {
        received.clear();
    }

    public int port() {
        return port;
    }

    /** The page that lists what has arrived. */
    public Path index() {
        return folder.resolve("index.html");
    }

    @Override
    public void close() {
        stop();
    }

    /** Says each line at once; else whoever says hello waits 40 ms for the second. */
    private static final class Prompt extends SmtpServer {

        Prompt(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket socket) throws SocketException {
            socket.setTcpNoDelay(true);
            super.handleClientSocket(socket);
        }
    }

    /** Whose mail it is does not matter to the server: what is kept is kept here. */
    private GreenMailUser everybody() throws UserException {
        UserManager users = server.getUserManager();
        GreenMailUser known = users.getUserByEmail(EVERYBODY);
        return known == null ? users.createUser(EVERYBODY, EVERYBODY, EVERYBODY) : known;
    }

    private synchronized void take(MimeMessage message, String to) throws MessagingException {
        try {
            server.purgeEmailFromAllMailboxes();
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            message.writeTo(source);
            Received mail = new Received(
                    to,
                    message.getHeader("From", ","),
                    message.getSubject(),
                    message.getMessageID(),
                    part(message, 0),
                    part(message, 1),
                    source.toString(StandardCharsets.UTF_8));
            received.add(mail);
            write(mail, message.getSentDate());
        } catch (IOException | FolderException e) {
            throw new MessagingException("not kept", e);
        }
    }

    private static String part(MimeMessage message, int position) throws IOException, MessagingException {
        if (message.getContent() instanceof MimeMultipart parts && parts.getCount() > position) {
            return (String) parts.getBodyPart(position).getContent();
        }
        return "";
    }

    private void write(Received mail, Date sentAt) throws IOException {
        arrived++;
        String name = "%04d-%s".formatted(arrived, mail.to().replaceAll("[^a-zA-Z0-9]+", "-"));
        String row = MailboxPage.row(name, mail, sentAt == null ? null : sentAt.toInstant());
        Files.writeString(folder.resolve(name + ".eml"), mail.source());
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
        Files.writeString(folder.resolve(name + ROW), row);
        list(row);
        writeIndex();
    }

    /** What has arrived before, so that the list goes on. */
    private void readRows() {
        try {
            Files.createDirectories(folder);
            List<Path> written;
            try (Stream<Path> files = Files.list(folder)) {
                written = files.filter(file -> file.toString().endsWith(ROW))
                        .sorted()
                        .toList();
            }
            arrived = written.size();
            for (Path each : written.subList(Math.max(0, written.size() - LISTED), written.size())) {
                list(Files.readString(each));
            }
            writeIndex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(String row) {
        rows.addFirst(row);
        if (rows.size() > LISTED) {
            rows.removeLast();
        }
    }

    private void writeIndex() throws IOException {
        Files.writeString(index(), MailboxPage.of(List.copyOf(rows), arrived));
    }
}

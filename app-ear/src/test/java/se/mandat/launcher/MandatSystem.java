package se.mandat.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** PostgreSQL, Keycloak and WildFly together, as one thing that is started and ended. */
public final class MandatSystem implements AutoCloseable {

    private final Settings settings;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Guardian guardian;
    private PostgreSql postgresql;
    private WireTap wireTap;
    private Keycloak keycloak;
    private Mailbox mailbox;
    private WildFly wildfly;
    private volatile boolean ending;

    private MandatSystem(Settings settings) {
        this.settings = settings;
        this.guardian = Guardian.posted();
        started.push(guardian);
    }

    /**
     * Starts it and waits until it is ready. Keycloak and WildFly start side by side. It ends with this process, or
     * earlier by {@link #close()}.
     *
     * @throws CannotStartException when something does not come up; nothing is left running then
     */
    public static MandatSystem start(Settings settings) {
        MandatSystem system = new MandatSystem(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "end"));
        try {
            system.start();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    private void start() {
        lock();
        portsMustBeFree();
        if (settings.fresh()) {
            settings.forget();
        }
        boolean ownKeycloak = settings.outsideIssuer().isEmpty();
        if (ownKeycloak || settings.outsideDatabase().isEmpty()) {
            postgresql = PostgreSql.start(settings);
            started.push(postgresql);
            postgresql.guardedBy(guardian);
        }
        if (settings.tapped() && settings.outsideDatabase().isEmpty()) {
            wireTap = WireTap.before(postgresql.port());
            started.push(wireTap);
        }
        if (ownKeycloak) {
            keycloak = Keycloak.start(settings, postgresql);
            started.push(keycloak);
            keycloak.guardedBy(guardian);
        }
        if (settings.outsideMailServer().isEmpty()) {
            mailbox = Mailbox.open(settings.ports().smtp(), settings.state().resolve("mail"));
            started.push(mailbox);
        }
        wildfly = WildFly.start(
                settings,
                settings.outsideDatabase().orElseGet(this::ownDatabase),
                settings.outsideIssuer().orElseGet(() -> Keycloak.issuer(settings)),
                mailServer());
        started.push(wildfly);
        wildfly.guardedBy(guardian);
        awaitReady();
    }

    private void awaitReady() {
        CompletableFuture<Void> identity = CompletableFuture.runAsync(() -> {
            if (keycloak != null) {
                keycloak.awaitReady();
                keycloak.guardedWithDescendantsBy(guardian);
            }
        });
        CompletableFuture<Void> application = CompletableFuture.runAsync(wildfly::awaitReady);
        try {
            CompletableFuture.allOf(identity, application).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStartException known
                    ? known
                    : new CannotStartException("The system did not start", e.getCause());
        }
    }

    /** Two at once on the same data would harm it. */
    private void lock() {
        try {
            Files.createDirectories(settings.state());
            RandomAccessFile file =
                    new RandomAccessFile(settings.state().resolve("lock").toFile(), "rw");
            started.push(file);
            FileLock lock = file.getChannel().tryLock();
            if (lock == null) {
                throw new CannotStartException(settings.state() + " is in use by another run.");
            }
        } catch (OverlappingFileLockException e) {
            throw new CannotStartException(settings.state() + " is in use by another run.");
        } catch (IOException e) {
            throw new CannotStartException(settings.state() + " cannot be written", e);
        }
    }

    private void portsMustBeFree() {
        Ports ports = settings.ports();
        Ports.mustBeFree("http", settings.host(), ports.http());
        Ports.mustBeFree("management", ports.management());
        if (settings.outsideMailServer().isEmpty()) {
            Ports.mustBeFree("smtp", ports.smtp());
        }
        if (settings.outsideIssuer().isEmpty()) {
            Ports.mustBeFree("keycloak", ports.keycloak());
            Ports.mustBeFree("keycloak.management", ports.keycloakManagement());
            Ports.mustBeFree("postgresql", ports.postgresql());
        } else if (settings.outsideDatabase().isEmpty()) {
            Ports.mustBeFree("postgresql", ports.postgresql());
        }
    }

    /**
     * Starts another node on the same database and realm, whose models are these where there are such. It ends by its own
     * {@link #close()}.
     */
    public MandatSystem beside(Path models) {
        return start(settings.beside(
                models, settings.outsideDatabase().orElseGet(this::ownDatabase), issuer(), mailServer()));
    }

    /**
     * Starts another system in the same realm, with a simulated clock and a database of its own, which is made if it is
     * not there. It ends by its own {@link #close()}; started again, it goes on.
     */
    public MandatSystem simulatedBeside(String database) {
        postgresql.createDatabase(database);
        return start(settings.simulatedBeside(
                new Settings.Database(PostgreSql.url(postgresql.port(), database), database, database), issuer()));
    }

    /**
     * Starts a node in the same realm that keeps deadlines as time goes by, on a database of its own, which is made if it
     * is not there. Several nodes can stand on one database, behind one address. It ends by its own {@link #close()}.
     *
     * @param url the address that people know it by
     */
    public MandatSystem node(String name, String url, String database) {
        postgresql.createDatabase(database);
        return start(settings.node(
                name,
                url,
                new Settings.Database(PostgreSql.url(postgresql.port(), database), database, database),
                issuer(),
                mailServer()));
    }

    /** That database seen by its superuser. */
    public DataSource administration(String database) {
        return postgresql.administration(database);
    }

    /** Whoever logs in comes back to this address from now on. */
    public void peopleComeBackTo(String url) {
        new RealmClient(Keycloak.address(settings)).isAt(url);
    }

    /** Kills the application's server, as a machine dies: it is not asked. */
    public void applicationIsKilled() {
        wildfly.process().kill();
    }

    private Settings.Database ownDatabase() {
        int port = wireTap == null ? postgresql.port() : wireTap.port();
        return new Settings.Database(
                PostgreSql.url(port, PostgreSql.APPLICATION), PostgreSql.APPLICATION, PostgreSql.APPLICATION);
    }

    public Settings settings() {
        return settings;
    }

    /** The realm that the application trusts. */
    public Settings.Issuer issuer() {
        return settings.outsideIssuer().orElseGet(() -> Keycloak.issuer(settings));
    }

    /** The application's database seen by its superuser, where it is our own. */
    public Optional<DataSource> administration() {
        return settings.outsideDatabase().isPresent() ? Optional.empty() : Optional.of(postgresql.administration());
    }

    private Settings.MailServer mailServer() {
        return settings.outsideMailServer()
                .orElseGet(() ->
                        new Settings.MailServer("127.0.0.1", settings.ports().smtp()));
    }

    /** Where mail arrives, where it is our own. */
    public Optional<Mailbox> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    /** Another database beside the application's, where the server is our own. */
    public Optional<DataSource> maintenance() {
        return settings.outsideDatabase().isPresent() ? Optional.empty() : Optional.of(postgresql.maintenance());
    }

    /** From here on nobody gets an answer from Keycloak, until it goes on. It must be our own. */
    public void identityProviderStandsStill() {
        keycloak.process().standStill();
    }

    public void identityProviderGoesOn() {
        keycloak.process().goOn();
    }

    /** What stands between the application and its database, where it was asked for. */
    public Optional<WireTap> wireTap() {
        return Optional.ofNullable(wireTap);
    }

    /** Completes with the name of the first server that ends by itself. */
    public CompletableFuture<String> firstToEnd() {
        return CompletableFuture.anyOf(
                        Stream.of(Optional.ofNullable(keycloak).map(Keycloak::process), Optional.of(wildfly.process()))
                                .flatMap(Optional::stream)
                                .map(Child::onExit)
                                .toArray(CompletableFuture[]::new))
                .thenApply(Object::toString);
    }

    /** True from the moment somebody ends it. */
    boolean isEnding() {
        return ending;
    }

    /** Ends it all, the last started first. Ending twice is ending once. */
    @Override
    public synchronized void close() {
        ending = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("While ending: " + e);
            }
        }
    }
}

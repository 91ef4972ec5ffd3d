package se.mandat.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a system lives and how it is reached. Read from system properties {@code mandat.*}, for which the build fills in
 * what the user does not say.
 *
 * @param state directory of everything that is written; what is in it outlives the run unless {@code durable} is false
 * @param keycloakHome an unpacked Keycloak, shared by all systems of this checkout
 * @param server the provisioned WildFly; it is read, never written
 * @param ear the application to deploy at start, or empty where somebody else deploys it
 * @param realm the realm file of the demonstration organisation
 * @param host the address to listen on; 127.0.0.1 unless said otherwise
 * @param url the address that people and Keycloak know the application by
 * @param durable true where data must survive a power cut; false for a throw-away system, which is then faster
 * @param fresh true where what earlier runs left is thrown away first
 * @param demo whether an empty database gets demonstration cases
 * @param tapped whether what the application says to our own database can be listened to, see {@link WireTap}
 * @param simulated whether the application is started with the simulated clock
 * @param models a folder with models that replace those in the application, or empty
 * @param outsideDatabase a PostgreSQL that somebody else runs
 * @param outsideIssuer a realm that somebody else runs
 * @param outsideMailServer a mail server that somebody else runs
 */
public record Settings(
        Path state,
        Path keycloakHome,
        Path server,
        Optional<Path> ear,
        Path realm,
        String host,
        Ports ports,
        String url,
        boolean durable,
        boolean fresh,
        boolean demo,
        boolean tapped,
        boolean simulated,
        Optional<Path> models,
        Optional<Database> outsideDatabase,
        Optional<Issuer> outsideIssuer,
        Optional<MailServer> outsideMailServer) {

    /** A database by its JDBC address. */
    public record Database(String url, String user, String password) {}

    /** A realm by the address that its tokens name, and the application's client in it. */
    public record Issuer(String url, String client, String secret) {}

    /** A mail server that asks nobody to log in. */
    public record MailServer(String host, int port) {}

    /** The client's secret in the demonstration realm, which stands open for everybody to read anyway. */
    static final String DEMONSTRATION_SECRET = "demonstration-only";

    /** The settings of the run command. */
    public static Settings ofRun() {
        Ports ports = Ports.fromSystemProperties();
        return new Settings(
                path("mandat.state"),
                path("mandat.keycloak.home"),
                path("mandat.server"),
                Optional.of(path("mandat.ear")),
                path("mandat.realm"),
                said("mandat.host").orElse("127.0.0.1"),
                ports,
                said("mandat.url").orElse("http://localhost:" + ports.http()),
                true,
                said("mandat.reset").map(said -> !said.equals("false")).orElse(false),
                said("mandat.demo").map(Boolean::valueOf).orElse(true),
                false,
                said("mandat.clock").filter("simulated"::equals).isPresent(),
                said("mandat.processes.dir").map(Path::of),
                said("mandat.db.url")
                        .map(url -> new Database(
                                url,
                                said("mandat.db.user").orElse("mandat"),
                                said("mandat.db.password").orElse("mandat"))),
                said("mandat.oidc.issuer")
                        .map(url -> new Issuer(
                                url,
                                said("mandat.oidc.client").orElse("mandat-web"),
                                said("mandat.oidc.secret").orElse(DEMONSTRATION_SECRET))),
                said("mandat.smtp.host").map(host -> new MailServer(host, ports.smtp())));
    }

    /**
     * The settings of a throw-away system on free ports, into which a test deploys the application itself. It begins with
     * the demonstration, as every fresh system does that somebody tries.
     */
    public static Settings ofTests() {
        Ports ports = Ports.free();
        return new Settings(
                path("mandat.state"),
                path("mandat.keycloak.home"),
                path("mandat.server"),
                Optional.empty(),
                path("mandat.realm"),
                "127.0.0.1",
                ports,
                "http://localhost:" + ports.http(),
                false,
                true,
                true,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with this application deployed at start. */
    public Settings deploying(Path application) {
        return with(Optional.of(application), tapped);
    }

    /** The same, with nothing between the application and its database. */
    public Settings untapped() {
        return with(ear, false);
    }

    private Settings with(Optional<Path> ear, boolean tapped) {
        return new Settings(
                state,
                keycloakHome,
                server,
                ear,
                realm,
                host,
                ports,
                url,
                durable,
                fresh,
                demo,
                tapped,
                simulated,
                models,
                outsideDatabase,
                outsideIssuer,
                outsideMailServer);
    }

    /** Another node beside this one, on the same database and realm, with these models instead of its own. */
    Settings beside(Path otherModels, Database database, Issuer issuer, MailServer mailServer) {
        Ports free = Ports.free();
        return new Settings(
                state.resolve("beside"),
                keycloakHome,
                server,
                ear,
                realm,
                host,
                free,
                "http://localhost:" + free.http(),
                durable,
                fresh,
                false,
                false,
                simulated,
                Optional.of(otherModels),
                Optional.of(database),
                Optional.of(issuer),
                Optional.of(mailServer));
    }

    /** Another system in the same realm, with this database and a simulated clock. */
    Settings simulatedBeside(Database database, Issuer issuer) {
        Ports free = Ports.free();
        return new Settings(
                state.resolve("simulated"),
                keycloakHome,
                server,
                ear,
                realm,
                host,
                free,
                "http://localhost:" + free.http(),
                durable,
                fresh,
                false,
                false,
                true,
                Optional.empty(),
                Optional.of(database),
                Optional.of(issuer),
                Optional.empty());
    }

    /**
     * A node of its own name with this database, for which time goes by as it does for everybody; its mail arrives where
     * that of all nodes does.
     */
    Settings node(String name, String address, Database database, Issuer issuer, MailServer mailServer) {
        return new Settings(
                state.resolve(name),
                keycloakHome,
                server,
                ear,
                realm,
                host,
                Ports.free(),
                address,
                true,
                fresh,
                false,
                false,
                false,
                Optional.empty(),
                Optional.of(database),
                Optional.of(issuer),
                Optional.of(mailServer));
    }

    /** What the node is called among others: as its directory. */
    String node() {
        return state.getFileName().toString();
    }

    /** Throws away what earlier runs have left, so that the next one starts from nothing. */
    void forget() {
        for (String kept : new String[] {"postgresql", "realm.json", "wildfly", "log", "mail"}) {
            Directories.delete(state.resolve(kept));
        }
    }

    static Path path(String property) {
        return said(property)
                .map(Path::of)
                .map(path -> path.toAbsolutePath().normalize())
                .orElseThrow(() -> new CannotStartException("The system property " + property + " is missing."));
    }

    /** What the build could not fill in stays as {@code ${...}} or empty: not said. */
    static Optional<String> said(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.startsWith("${"));
    }
}

package se.mandat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Keycloak of our own with the demonstration organisation, keeping its data in our PostgreSQL. */
final class Keycloak implements AutoCloseable {

    static final String ADMINISTRATOR = "admin";

    /** What is fixed when Keycloak is built; changing it here builds it anew. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=false");

    private final Child process;
    private final Settings settings;

    private Keycloak(Child process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Starts it, not waiting until it answers. */
    static Keycloak start(Settings settings, PostgreSql database) {
        build(settings);
        Path home = settings.keycloakHome();
        provideRealm(settings.realm(), home);
        Ports ports = settings.ports();
        List<String> command = List.of(
                script(home),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=" + settings.host(),
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + address(settings),
                "--db-url=" + database.url(PostgreSql.KEYCLOAK),
                "--db-username=" + PostgreSql.KEYCLOAK,
                "--db-password=" + PostgreSql.KEYCLOAK,
                "--cache=local",
                "--log-level=info,io.smallrye.health:error");
        Map<String, String> environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                ADMINISTRATOR,
                "MANDAT_URL",
                settings.url(),
                "MANDAT_OIDC_SECRET",
                Settings.DEMONSTRATION_SECRET,
                "JAVA_OPTS_APPEND",
                "-XX:TieredStopAtLevel=1");
        Child process = Child.start(
                "Keycloak",
                command,
                environment,
                settings.state().resolve("log").resolve("keycloak.log"));
        return new Keycloak(process, settings);
    }

    private static void build(Settings settings) {
        Path home = settings.keycloakHome();
        Path built = home.resolve("built");
        String wanted = String.join(" ", BUILD);
        try {
            if (Files.exists(built) && Files.readString(built).equals(wanted)) {
                return;
            }
            Child building = Child.start(
                    "Building Keycloak",
                    Stream.concat(Stream.of(script(home)), BUILD.stream()).toList(),
                    Map.of(),
                    settings.state().resolve("log").resolve("keycloak-build.log"));
            building.complete(Duration.ofMinutes(5));
            Files.writeString(built, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void provideRealm(Path realm, Path home) {
        try {
            Path directory = Files.createDirectories(home.resolve("data").resolve("import"));
            Files.copy(realm, directory.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script(Path home) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString();
    }

    /** It listens before the realm is there, so the realm is asked for as well. */
    void awaitReady() {
        String ready = "http://127.0.0.1:" + settings.ports().keycloakManagement() + "/health/ready";
        String own = "http://127.0.0.1:" + settings.ports().keycloak();
        Answers.await(
                "Keycloak with the realm",
                process,
                Duration.ofMinutes(4),
                () -> Answers.isOk(ready) && Answers.isOk(own + "/realms/mandat"));
        new RealmClient(own).isAt(settings.url());
        saysWhenRealmFileHasChanged();
    }

    /** A realm is imported into an empty database only. */
    private void saysWhenRealmFileHasChanged() {
        Path imported = settings.state().resolve("realm.json");
        try {
            if (!Files.exists(imported)) {
                Files.copy(settings.realm(), imported);
            } else if (Files.mismatch(settings.realm(), imported) >= 0) {
                System.out.println("The realm file has changed since its realm was made: -Dmandat.reset takes it in.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void guardedBy(Guardian guardian) {
        process.guardedBy(guardian);
    }

    void guardedWithDescendantsBy(Guardian guardian) {
        process.guardedWithDescendantsBy(guardian);
    }

    Child process() {
        return process;
    }

    static String address(Settings settings) {
        return "http://localhost:" + settings.ports().keycloak();
    }

    Settings.Issuer issuer() {
        return issuer(settings);
    }

    static Settings.Issuer issuer(Settings settings) {
        return new Settings.Issuer(address(settings) + "/realms/mandat", "mandat-web", Settings.DEMONSTRATION_SECRET);
    }

    @Override
    public void close() {
        process.close();
    }
}

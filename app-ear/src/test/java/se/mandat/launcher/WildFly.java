package se.mandat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** The provisioned WildFly, run in a directory of its own so that the provisioned one stays as it was. */
final class WildFly implements AutoCloseable {

    private static final String DEPLOYMENT = "mandat.ear";

    private final Child process;
    private final Settings settings;
    private final Path deployments;

    private WildFly(Child process, Settings settings, Path deployments) {
        this.process = process;
        this.settings = settings;
        this.deployments = deployments;
    }

    /** Starts it, not waiting until it answers. */
    static WildFly start(
            Settings settings, Settings.Database database, Settings.Issuer issuer, Settings.MailServer mailServer) {
        Path base = settings.state().resolve("wildfly");
        Path deployments = base.resolve("deployments");
        prepare(settings, base, deployments);
        Ports ports = settings.ports();
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(settings.server())
                .setBaseDirectory(base)
                .setJavaHome(System.getProperty("java.home"))
                .setJavaOptions(javaOptions(settings))
                .addServerArgument("-Djboss.bind.address=" + settings.host())
                .addServerArgument("-Djboss.bind.address.management=127.0.0.1")
                .addServerArgument("-Djboss.http.port=" + ports.http())
                .addServerArgument("-Djboss.management.http.port=" + ports.management());
        Map<String, String> environment = new HashMap<>(Map.of(
                "MANDAT_URL", settings.url(),
                "MANDAT_DB_URL", database.url(),
                "MANDAT_DB_USER", database.user(),
                "MANDAT_DB_PASSWORD", database.password(),
                "MANDAT_OIDC_ISSUER", issuer.url(),
                "MANDAT_OIDC_CLIENT", issuer.client(),
                "MANDAT_OIDC_SECRET", issuer.secret(),
                "MANDAT_DEMO", Boolean.toString(settings.demo())));
        environment.put("MANDAT_SMTP_HOST", mailServer.host());
        environment.put("MANDAT_SMTP_PORT", Integer.toString(mailServer.port()));
        environment.put("MANDAT_NODE", settings.node());
        settings.models()
                .ifPresent(models -> environment.put(
                        "MANDAT_PROCESSES_DIR", models.toAbsolutePath().toString()));
        if (settings.simulated()) {
            command.addServerArgument("-Dmandat.clock=simulated");
        } else if (!settings.durable()) {
            // tests move the time, and say themselves when what is due by then shall happen
            command.addServerArgument("-Dmandat.deadlines=by-hand");
            command.addServerArgument("-Dmandat.post=by-hand");
        }
        if (!settings.durable()) {
            // nor do they wait for a mail server that says nothing
            environment.put("MANDAT_SMTP_TIMEOUT", "1000");
            // tests call faster than people's programs do
            environment.put("MANDAT_CALLS_PER_MINUTE", "60000");
        }
        Child process = Child.start(
                "WildFly",
                command.build(),
                environment,
                settings.state().resolve("log").resolve("wildfly.log"));
        return new WildFly(process, settings, deployments);
    }

    /** A server beside another one, in its realm, seldom lives long: what it is started with can be said. */
    private static String[] javaOptions(Settings settings) {
        Stream<String> all =
                Stream.of("-Xms256m", "-Xmx768m", "-Djava.net.preferIPv4Stack=true", "-Dfile.encoding=UTF-8");
        Stream<String> beside =
                settings.outsideIssuer().isPresent() ? Settings.said("mandat.beside.java").stream() : Stream.empty();
        return Stream.concat(all, beside).toArray(String[]::new);
    }

    /** Configuration and deployments come fresh from the build; only the transaction log outlives a run. */
    private static void prepare(Settings settings, Path base, Path deployments) {
        for (String fresh : new String[] {"configuration", "deployments", "tmp", "log"}) {
            Directories.delete(base.resolve(fresh));
        }
        Directories.delete(base.resolve("data").resolve("content"));
        Directories.copy(settings.server().resolve("standalone"), base);
        settings.ear().ifPresent(ear -> {
            try {
                Files.copy(ear, deployments.resolve(DEPLOYMENT), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Until the server stands and, where there is one to deploy, the application says that it is ready. */
    void awaitReady() {
        Answers.await("WildFly", process, Duration.ofMinutes(3), this::serverIsReady);
        if (settings.ear().isPresent()) {
            Answers.await("Mandat", process, Duration.ofMinutes(5), this::applicationIsReady);
        }
    }

    private boolean serverIsReady() {
        failIfNotDeployed();
        return Answers.isOk("http://127.0.0.1:" + settings.ports().management() + "/health/ready");
    }

    private boolean applicationIsReady() {
        failIfNotDeployed();
        return Answers.isOk("http://127.0.0.1:" + settings.ports().http() + "/health/ready");
    }

    private void failIfNotDeployed() {
        if (Files.exists(deployments.resolve(DEPLOYMENT + ".failed"))) {
            throw new CannotStartException(
                    "WildFly refuses the application" + lastCause() + ". See " + process.log() + ".");
        }
    }

    /** What stands at the bottom of the last stack trace is what went wrong. */
    private String lastCause() {
        try (Stream<String> lines = Files.lines(process.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Caused by: "))
                    .reduce((earlier, later) -> later)
                    .map(line -> ": " + line.substring("Caused by: ".length()))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void guardedBy(Guardian guardian) {
        process.guardedBy(guardian);
    }

    Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}

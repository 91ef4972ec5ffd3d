package se.mandat.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;
import se.mandat.running.Patience;
import se.mandat.running.RunningSystem;

/** The run command in a process of its own, below a shell as below a build: what it starts, what it keeps, how it ends. */
class RunIT extends ClientTest {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(40);
    private static final String CASE =
            """
            {"customerVoice": {"words": "Jag kom inte in", "goal": "Komma in", "outcome": "DETOUR"},
             "proposal": {"text": "En ramp", "cost": 30000, "reversible": true}}""";

    private final Path state = Path.of(System.getProperty("mandat.state")).resolveSibling("run-command");
    private final List<ProcessHandle> begun = new ArrayList<>();

    @BeforeEach
    void nothingIsKept() throws IOException {
        Directories.delete(state);
        Files.createDirectories(state);
    }

    @AfterEach
    void nothingIsLeft() {
        begun.forEach(ProcessHandle::destroyForcibly);
    }

    /** A run, and the shell that it was started from. */
    private record Started(Process shell, Path said, Ports ports) {

        ProcessHandle run() {
            return shell.children().findFirst().orElseThrow();
        }

        String words() {
            try {
                return Files.readString(said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        URI at(String path) {
            return URI.create("http://localhost:" + ports.http() + path);
        }
    }

    @Test
    void whatIsInItOutlivesTheRunAndNoProcessDoes() {
        Started first = start("first", Ports.free(), "-Dmandat.oidc.issuer=" + system.issuer());
        isReady(first);
        assertThat(get(first.at("/api/v1/"), null).body()).contains("<title>API – Mandat</title>");
        String number = raise(first, system.token("sara"));
        List<ProcessHandle> ofFirst = processes(first);
        assertThat(ofFirst).as("the run, PostgreSQL, WildFly, the guardian").hasSizeGreaterThan(3);
        first.run().destroyForcibly();
        haveEnded(ofFirst);

        Started second = start("second", Ports.free());
        isReady(second);
        HttpResponse<String> read = get(second.at("/api/v1/cases/" + number), token(second));
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.body()).contains("Jag kom inte in");
        List<ProcessHandle> ofSecond = processes(second);
        second.shell().destroyForcibly();
        haveEnded(ofSecond);
    }

    @Test
    void aTakenPortIsNamedAndHowToChooseAnother() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            Started refused = start(
                    "refused",
                    new Ports(
                            taken.getLocalPort(),
                            free.management(),
                            free.keycloak(),
                            free.keycloakManagement(),
                            free.postgresql(),
                            free.smtp()));
            assertThat(refused.shell().waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(refused.words())
                    .contains("Port " + taken.getLocalPort()
                            + " is taken. Choose another with -Dmandat.port.http=<number>.")
                    .doesNotContain("Exception");
            assertThat(refused.shell().exitValue()).isEqualTo(1);
        }
    }

    private Started start(String name, Ports ports, String... more) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" & wait $!", name));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-Dmandat.state=" + state, "-Dmandat.demo=false"));
        for (String same : List.of("keycloak.home", "server", "ear", "realm", "beside.java")) {
            command.add("-Dmandat." + same + "=" + System.getProperty("mandat." + same));
        }
        // what the build does not fill in
        command.addAll(List.of("-Dmandat.db.url=", "-Dmandat.smtp.host=${mandat.smtp.host}"));
        command.addAll(List.of(
                "-Dmandat.port.http=" + ports.http(),
                "-Dmandat.port.management=" + ports.management(),
                "-Dmandat.port.keycloak=" + ports.keycloak(),
                "-Dmandat.port.keycloak.management=" + ports.keycloakManagement(),
                "-Dmandat.port.postgresql=" + ports.postgresql(),
                "-Dmandat.port.smtp=" + ports.smtp()));
        command.addAll(List.of(more));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Run.class.getName()));
        File said = state.resolve(name + ".txt").toFile();
        try {
            Process shell = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said)
                    .start();
            begun.add(shell.toHandle());
            return new Started(shell, said.toPath(), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isReady(Started started) {
        Patience.until(
                TO_START,
                () -> started.words().contains("Mandat is ready")
                        || !started.shell().isAlive());
        assertThat(started.words()).contains("Mandat is ready", started.at("/").toString());
    }

    /** All that stands below the shell, and PostgreSQL, which does not. */
    private List<ProcessHandle> processes(Started started) {
        List<ProcessHandle> processes = Stream.concat(started.shell().descendants(), postgresql().stream())
                .toList();
        begun.addAll(processes);
        return processes;
    }

    private Optional<ProcessHandle> postgresql() {
        try {
            List<String> lines = Files.readAllLines(state.resolve("postgresql/data/postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void haveEnded(List<ProcessHandle> processes) {
        Patience.until(TO_END, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private String raise(Started started, String token) {
        HttpResponse<String> raised = system.send(HttpRequest.newBuilder(started.at("/api/v1/cases"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CASE))
                .build());
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        return RunningSystem.json(raised.body()).path("number").asText();
    }

    private HttpResponse<String> get(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html,application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return system.send(request.build());
    }

    /** From the run's own identity provider. */
    private String token(Started started) {
        HttpResponse<String> answer = system.send(HttpRequest.newBuilder(URI.create("http://localhost:"
                        + started.ports().keycloak() + "/realms/mandat/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=mandat-api&username=sara&password=sara"))
                .build());
        JsonNode token = RunningSystem.json(answer.body()).path("access_token");
        assertThat(token.isTextual()).as(answer.body()).isTrue();
        return token.asText();
    }
}

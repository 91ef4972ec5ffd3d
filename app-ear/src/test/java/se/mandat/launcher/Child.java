package se.mandat.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server process that the launcher started, and its log file. */
final class Child implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts it with the JDK that the launcher itself runs on. */
    static Child start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            builder.redirectOutput(log.toFile());
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new CannotStartException(name + " cannot be started", e);
        }
    }

    void guardedBy(Guardian guardian) {
        guardian.guard(process.pid());
    }

    /** Also the processes that it has started in turn, by now. */
    void guardedWithDescendantsBy(Guardian guardian) {
        process.descendants().forEach(descendant -> guardian.guard(descendant.pid()));
    }

    Path log() {
        return log;
    }

    /** It stands still: it is there, but answers nobody, until it may go on. */
    void standStill() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    /** It is gone at once, whatever it was doing. */
    void kill() {
        signal("KILL");
    }

    private void signal(String name) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                                .map(handle -> Long.toString(handle.pid())))
                .toList();
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Child> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** @throws CannotStartException when it has ended */
    void mustBeAlive() {
        if (!process.isAlive()) {
            throw new CannotStartException(this + " ended by itself. Its last words are in " + log + ".");
        }
    }

    /** Waits for it to end by itself and well. */
    void complete(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                close();
                throw new CannotStartException(this + " failed. Its last words are in " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException(this + " was interrupted.");
        }
    }

    /** Asked to end, and made to where it does not. Polled, since nobody is told of a process's end while ending. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + TIME_TO_END.toNanos();
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > end) {
                all.forEach(ProcessHandle::destroyForcibly);
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                all.forEach(ProcessHandle::destroyForcibly);
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package se.mandat.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The run command: everything on this machine, until Ctrl-C. */
public final class Run {

    private Run() {}

    public static void main(String[] arguments) throws InterruptedException {
        endWithParent();
        CountDownLatch ended = new CountDownLatch(1);
        Instant begin = Instant.now();
        try {
            Settings settings = Settings.ofRun();
            System.out.println("Mandat is starting. Logs: " + settings.state().resolve("log"));
            MandatSystem system = MandatSystem.start(settings);
            Welcome.print(system, Duration.between(begin, Instant.now()));
            system.firstToEnd().thenAccept(name -> {
                if (!system.isEnding()) {
                    System.err.println(name + " has ended by itself.");
                    ended.countDown();
                }
            });
        } catch (CannotStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        ended.await();
        System.exit(1);
    }

    /** Also where the parent was killed so hard that it could not say goodbye. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
}

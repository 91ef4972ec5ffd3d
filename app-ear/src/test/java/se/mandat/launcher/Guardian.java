package se.mandat.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends what the launcher started when the launcher itself was killed and could not. A shell reads the processes' ids
 * from a pipe; the pipe closes when the launcher is gone, however it went, and the shell then ends those still there.
 */
final class Guardian implements AutoCloseable {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            wards=
            while read -r pid; do
              [ "$pid" = dismissed ] && exit 0
              wards="$wards $pid"
            done
            [ -z "$wards" ] && exit 0
            kill -TERM $wards 2>/dev/null
            for second in 1 2 3 4 5 6 7 8 9 10 11 12; do
              kill -0 $wards 2>/dev/null || exit 0
              sleep 1
            done
            kill -KILL $wards 2>/dev/null
            """;

    private final Writer orders;

    private Guardian(Writer orders) {
        this.orders = orders;
    }

    /** A guardian, where the operating system has a shell for it; elsewhere one that does nothing. */
    static Guardian posted() {
        if (!new File("/bin/sh").canExecute()) {
            return new Guardian(Writer.nullWriter());
        }
        try {
            Process shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guardian(shell.outputWriter(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void guard(long pid) {
        order(Long.toString(pid));
    }

    /** Everything has ended in good order. */
    @Override
    public void close() {
        order("dismissed");
    }

    private void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

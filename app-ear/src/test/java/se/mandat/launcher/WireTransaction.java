package se.mandat.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A transaction as it went over the wire.
 *
 * @param roundTrips for each time the client waited for the server: the statements that it had sent
 * @param committed false when it was rolled back; a single statement outside of any transaction commits by itself
 */
public record WireTransaction(List<List<String>> roundTrips, boolean committed) {

    /** Whether it wrote or read anything at all; a pool that tries whether its connection is alive says nothing. */
    public boolean saysSomething() {
        return statements().anyMatch(sql -> !sql.isEmpty());
    }

    /** Whether it does nothing but read or write any of these. */
    public boolean isOnly(String... parts) {
        return statements().filter(sql -> !sql.matches("BEGIN|COMMIT|")).allMatch(sql -> Arrays.stream(parts)
                        .anyMatch(sql::contains))
                && saysSomething();
    }

    /** Whether it names this table, view or schema in any statement. */
    public boolean mentions(String name) {
        return statements().anyMatch(sql -> sql.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
    }

    private Stream<String> statements() {
        return roundTrips.stream().flatMap(List::stream);
    }
}

package se.mandat.authorization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The table of {@code authorization.txt}: for every operation the status that each kind of caller gets. A line is
 * {@code METHOD path | nobody | own: staff frontline manager steward dpo | other: the same five | auditor}.
 */
final class AuthorizationTable {

    /** Somebody of each role in the demonstration organisation; the order is that of the table's columns. */
    static final List<String> PEOPLE = List.of("lina", "hugo", "gun", "sten", "maja");

    private AuthorizationTable() {}

    /**
     * One operation.
     *
     * @param own status for each of {@link #PEOPLE} where the debt, the draft or the case is theirs
     * @param other status for each of them where it is somebody else's
     */
    record Row(String operation, int nobody, List<Integer> own, List<Integer> other, int auditor) {}

    static List<Row> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AuthorizationTable.class.getResourceAsStream("authorization.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AuthorizationTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|", -1);
        return new Row(
                cells[0].strip(),
                Integer.parseInt(cells[1].strip()),
                statuses(cells[2]),
                statuses(cells[3]),
                Integer.parseInt(cells[4].strip()));
    }

    private static List<Integer> statuses(String cell) {
        List<Integer> statuses =
                Arrays.stream(cell.strip().split("\\s+")).map(Integer::valueOf).toList();
        if (statuses.size() != PEOPLE.size()) {
            throw new IllegalArgumentException("one status for each of " + PEOPLE + ": " + cell);
        }
        return statuses;
    }
}

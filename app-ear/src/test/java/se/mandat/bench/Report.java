package se.mandat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, line by line, each beside its limit. */
final class Report {

    private record Line(String what, String value, String limit, boolean kept) {}

    private final List<Line> lines = new ArrayList<>();

    /** A number for the reader only. */
    void note(String what, String unit, double value) {
        add(new Line(what, said(value, unit), "", true));
    }

    /** A number that must not be larger. */
    void atMost(String what, String unit, double value, double limit) {
        add(new Line(what, said(value, unit), "at most " + said(limit, unit), value <= limit));
    }

    /** A number that must not be smaller. */
    void atLeast(String what, String unit, double value, double limit) {
        add(new Line(what, said(value, unit), "at least " + said(limit, unit), value >= limit));
    }

    /** A number that we aim for; missing it fails nothing. */
    void aim(String what, String unit, double value, double aim) {
        add(new Line(what, said(value, unit), "aim " + said(aim, unit) + (value <= aim ? "" : ", missed"), true));
    }

    private void add(Line line) {
        lines.add(line);
        System.out.println("  " + text(line));
    }

    boolean isKept() {
        return lines.stream().allMatch(Line::kept);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(text(line)).append(System.lineSeparator()));
        return text.toString();
    }

    private static String text(Line line) {
        return "%-72s %12s  %s%s".formatted(line.what, line.value, line.limit, line.kept ? "" : "  EXCEEDED");
    }

    private static String said(double value, String unit) {
        return (value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%,d", (long) value)
                        : String.format(Locale.ROOT, "%.2f", value))
                + (unit.isEmpty() ? "" : " " + unit);
    }
}

package se.mandat.web.notification;

import java.util.ArrayList;
import java.util.List;
import se.mandat.web.platform.Spoken;

/** A letter for whoever reads mail as plain text; says the same as its page. */
final class LetterText {

    private static final int WIDTH = 72;
    private static final String INDENT = "  ";

    private LetterText() {}

    static String of(LetterView letter, Spoken t) {
        List<String> lines = new ArrayList<>();
        lines.add(letter.greeting());
        lines.add("");
        lines.addAll(wrapped(letter.lead(), ""));
        for (LetterView.Section section : letter.sections()) {
            lines.add("");
            lines.add("-".repeat(WIDTH));
            lines.add("");
            lines.addAll(section(section, t));
        }
        lines.add("");
        lines.add("-".repeat(WIDTH));
        if (letter.more() != null) {
            lines.add(letter.more() + " " + letter.home());
            lines.add("");
        }
        lines.addAll(wrapped(t.say("mail.why"), ""));
        lines.add(t.say("mail.choose") + " " + letter.settings());
        lines.addAll(wrapped(t.say("mail.no-reply"), ""));
        return String.join("\r\n", lines) + "\r\n";
    }

    private static List<String> section(LetterView.Section section, Spoken t) {
        List<String> lines = new ArrayList<>();
        if (section.harmed()) {
            lines.add(t.say("mail.harmed"));
        }
        if (section.quote() == null) {
            lines.addAll(wrapped(t.say("mail.protected"), ""));
        } else {
            lines.addAll(wrapped(t.say("mail.quoted", "words", section.quote()), ""));
            lines.addAll(wrapped(t.say("mail.wanted", "goal", section.goal()), ""));
        }
        for (LetterView.Duty duty : section.duties()) {
            lines.add("");
            lines.addAll(wrapped("* " + duty.what(), ""));
            lines.add(INDENT + duty.when());
            if (duty.otherwise() != null) {
                lines.addAll(indented(duty.otherwise().text()));
            }
        }
        if (!section.lines().isEmpty()) {
            lines.add("");
        }
        for (LetterView.Line line : section.lines()) {
            lines.addAll(wrapped(
                    "* " + t.capital(line.when()) + ": " + line.sentence().text(), INDENT));
            if (line.otherwise() != null) {
                lines.addAll(indented(line.otherwise().text()));
            }
        }
        lines.add("");
        lines.add(section.verb() + " (" + section.caseNumber() + "):");
        lines.add(section.address());
        return lines;
    }

    private static List<String> indented(String text) {
        return wrapped(text, "").stream().map(line -> INDENT + line).toList();
    }

    /** Lines of at most so many characters where words allow it; those after the first begin with {@code indent}. */
    private static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R")) {
            String line = "";
            for (String word : paragraph.split(" ")) {
                if (line.isEmpty()) {
                    line = word;
                } else if (line.length() + 1 + word.length() <= WIDTH) {
                    line = line + " " + word;
                } else {
                    lines.add(line);
                    line = indent + word;
                }
            }
            lines.add(line);
        }
        return lines;
    }
}

package se.mandat.launcher;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists the mail which has arrived on this machine: a file, without a script and without a server. */
final class MailboxPage {

    private static final int PREVIEW = 220;
    private static final Pattern LANGUAGE = Pattern.compile("<html lang=\"([a-z]{2})\"");
    private static final Pattern RULER = Pattern.compile("(?m)^-{8,}$");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK).withZone(ZoneId.of("Europe/Stockholm"));

    private MailboxPage() {}

    /**
     * One mail in the list.
     *
     * @param name of its files, without what they end with
     * @param sentAt null when the mail does not say
     */
    static String row(String name, Mailbox.Received mail, Instant sentAt) {
        return """
                <li>
                  <h2 lang="%1$s"><a href="%2$s.html" dir="auto">%3$s</a></h2>
                  <p class="who">To <b>%4$s</b> from %5$s <time>%6$s</time></p>
                  <p lang="%1$s" dir="auto">%7$s</p>
                  <p class="ways"><a href="%2$s.html">As a page</a> <a href="%2$s.txt">As text</a> <a href="%2$s.eml">As it came</a></p>
                </li>
                """
                .formatted(
                        language(mail),
                        escaped(name),
                        escaped(mail.subject()),
                        escaped(mail.to()),
                        escaped(mail.from()),
                        sentAt == null ? "" : TIME.format(sentAt),
                        escaped(preview(mail.text())));
    }

    /**
     * The whole page.
     *
     * @param rows the newest first
     * @param arrived how many mails there are, with those that the page no longer lists
     */
    static String of(List<String> rows, long arrived) {
        String count = arrived == 0
                ? "Nothing has arrived yet."
                : arrived > rows.size() ? "The newest of " + arrived + "." : "";
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Mail on this machine</title>
                <style>
                :root { color-scheme: light dark; --paper: #f7f5f0; --card: #fffdf9; --ink: #16212b; --quiet: #4a5762; --line: #ddd7ca; --link: #0c5a52; }
                @media (prefers-color-scheme: dark) {
                  :root { --paper: #12181d; --card: #1b242b; --ink: #e8e6e1; --quiet: #a9b4bd; --line: #35414a; --link: #6fc7b8; }
                }
                body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
                h1 { margin: 0; font-size: 1.4rem; }
                h2 { margin: 0 0 .3rem; font: 400 1.15rem/1.4 Georgia, serif; overflow-wrap: anywhere; }
                p { margin: .3rem 0 0; overflow-wrap: anywhere; }
                a { color: var(--link); }
                ol { list-style: none; margin: 1.2rem 0 0; padding: 0; }
                li { margin: 0 0 .8rem; padding: 1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .7rem; }
                .lead, .who, .ways { color: var(--quiet); font-size: .9rem; }
                .who b { color: var(--ink); font-weight: 600; }
                time { display: block; }
                .ways { margin-top: .6rem; }
                .ways a { display: inline-block; margin-right: 1rem; padding: .2rem 0; }
                </style>
                </head>
                <body>
                <h1>Mail on this machine</h1>
                <p class="lead">The newest first. None of it has gone anywhere else. %s</p>
                <ol>
                %s</ol>
                </body>
                </html>
                """
                .formatted(count, String.join("", rows));
    }

    /** What is said about the first case, where the mail has parts; else its beginning. */
    private static String preview(String text) {
        String[] parts = RULER.split(text.replace("\r", ""));
        String line = (parts.length > 1 ? parts[1] : text)
                .replaceAll("(?m)^http\\S+$", "")
                .strip()
                .replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= PREVIEW
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW)) + "…";
    }

    private static String language(Mailbox.Received mail) {
        Matcher found = LANGUAGE.matcher(mail.html());
        return found.find() ? found.group(1) : "en";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

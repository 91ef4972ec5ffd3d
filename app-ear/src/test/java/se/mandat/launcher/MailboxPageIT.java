package se.mandat.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxPageIT {

    private static final Instant SENT = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TEXT =
            """
            Hej Karin!

            ------------------------------------------------------------------------

            ”Jag kom <ändå> inte in”
            Kunden ville: komma in

            ------------------------------------------------------------------------
            Du får det här för att du är skyldig något i ärendet.
            """;

    @Test
    void aMailIsListedWithWhoWhenWhatAndAllItsWays() {
        String row = MailboxPage.row("0001-karin", mail("”Jag kom <ändå> inte in” & mer"), SENT);

        assertThat(row)
                .contains("<h2 lang=\"sv\"><a href=\"0001-karin.html\"")
                .contains("”Jag kom &lt;ändå&gt; inte in” &amp; mer")
                .contains("To <b>karin@nordvik.example</b> from Mandat &lt;no-reply@nordvik.example&gt;")
                .contains("<time>Mon 23 Nov 2026 13:00</time>")
                .contains(">”Jag kom &lt;ändå&gt; inte in” Kunden ville: komma in</p>")
                .contains("0001-karin.txt")
                .contains("0001-karin.eml");
    }

    @Test
    void thePageSaysThatThereIsMoreOrNothing() {
        String row = MailboxPage.row("0001-karin", mail("x"), null);

        assertThat(MailboxPage.of(List.of(), 0)).contains("Nothing has arrived yet.");
        assertThat(MailboxPage.of(List.of(row), 1)).contains(row).doesNotContain("The newest of");
        assertThat(MailboxPage.of(List.of(row), 300))
                .contains("The newest of 300.")
                .doesNotContain("<script");
    }

    private static Mailbox.Received mail(String subject) {
        return new Mailbox.Received(
                "karin@nordvik.example",
                "Mandat <no-reply@nordvik.example>",
                subject,
                "<1@nordvik.example>",
                TEXT,
                "<!DOCTYPE html>\n<html lang=\"sv\">",
                "");
    }
}

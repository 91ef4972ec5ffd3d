package se.mandat.web.notification;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.mandat.notification.CalendarLinks.Calendar;
import se.mandat.notification.CalendarLinks.Due;
import se.mandat.web.platform.Names;

class DueTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID ID = new UUID(3, 4);

    private final DueTimes dueTimes = new DueTimes(new Names(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatIsOwedStandsAtItsMomentInStockholmWithVerbNumberAndGoal() {
        String written = write("sv", due("Komma in; med, barnvagn", "2027-03-30T09:30:00Z", false));

        assertThat(written).contains("DTSTART;TZID=Europe/Stockholm:20270330T113000", "TZOFFSETTO:+0200");
        VEvent event = read(written);
        assertThat(event.getUid().getValue()).isEqualTo(ID + "@mandat");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2027-03-30T09:30:00Z"));
        assertThat(event.getSummary().getValue())
                .isEqualTo("Besluta om invändningen · M-2026-0412 · Komma in; med, barnvagn");
        assertThat(event.getUrl().getValue()).endsWith("/cases/M-2026-0412");
    }

    @Test
    void inWinterItIsAnotherHourAndInEnglishOtherWords() {
        String written = write("en", due("Get in", "2026-12-01T14:00:00Z", false));

        assertThat(written).contains("DTSTART;TZID=Europe/Stockholm:20261201T150000");
        assertThat(read(written).getSummary().getValue()).isEqualTo("Decide on the objection · M-2026-0412 · Get in");
    }

    @Test
    void ofAProtectedVoiceNotEvenTheGoalIsSaid() {
        assertThat(read(write("sv", due(null, "2026-12-01T14:00:00Z", false)))
                        .getSummary()
                        .getValue())
                .isEqualTo("Besluta om invändningen · M-2026-0412");
    }

    @Test
    void whatStandsStillSaysSo() {
        VEvent event = read(write("sv", due("Komma in", "2026-12-01T14:00:00Z", true)));

        assertThat(event.getSummary().getValue()).startsWith("Besluta om invändningen (pausat) · ");
        assertThat(event.getStatus().isTentative()).isTrue();
    }

    private String write(String language, Due due) {
        return dueTimes.write(new Calendar(Locale.forLanguageTag(language), List.of(due)));
    }

    private static VEvent read(String written) {
        ICalendar calendar = Biweekly.parse(written).first();
        return calendar.getEvents().getFirst();
    }

    private static Due due(String goal, String at, boolean paused) {
        return new Due(ID, "M-2026-0412", "DECIDE", "OBJECTION", true, goal, NOW, Instant.parse(at), paused, null, 2);
    }
}

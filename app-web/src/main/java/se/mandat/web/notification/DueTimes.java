package se.mandat.web.notification;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Date;
import java.util.TimeZone;
import se.mandat.notification.CalendarLinks;
import se.mandat.web.obligation.WhatIsOwed;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

/** Writes due times as an iCalendar, each an appointment of no length at the moment when it is due. */
@ApplicationScoped
public class DueTimes {

    private static final String ZONE = "Europe/Stockholm";
    private static final int EU_RULES_SINCE = 1996;

    @Inject
    private Names names;

    @Inject
    private Clock clock;

    public DueTimes() {}

    DueTimes(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    String write(CalendarLinks.Calendar calendar) {
        Spoken t = Spoken.readLater(Words.in(calendar.language()), clock.instant());
        ICalendar written = new ICalendar();
        written.setVersion(ICalVersion.V2_0);
        written.setProductId("-//Mandat//" + t.language());
        written.setName(t.say("calendar.name"));
        written.setRefreshInterval(Duration.builder().hours(1).build());
        written.getTimezoneInfo().setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), stockholm()));
        calendar.due().forEach(due -> written.addEvent(event(due, t)));
        return Biweekly.write(written).go();
    }

    private VEvent event(CalendarLinks.Due due, Spoken t) {
        String address = System.getProperty("mandat.url", "").replaceFirst("/$", "") + "/cases/" + due.caseNumber();
        VEvent event = new VEvent();
        event.setUid(due.obligation() + "@mandat");
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSequence(Math.toIntExact(due.version()));
        event.setDateStart(Date.from(due.dueAt()));
        event.setDuration(Duration.builder().minutes(0).build());
        event.setSummary(summary(due, t));
        event.setDescription(address);
        event.setUrl(address);
        event.setTransparency(Transparency.transparent());
        if (due.paused()) {
            event.setStatus(Status.tentative());
        }
        return event;
    }

    /** The verb, the case's number and what the customer wanted; never the customer's words. */
    private String summary(CalendarLinks.Due due, Spoken t) {
        String what = t.one("obligation.title", WhatIsOwed.in(due.kind(), due.concerns(), due.beside()));
        if (due.onBehalfOf() != null) {
            what = t.say("mail.behalf", "what", what, "who", names.person(due.onBehalfOf()));
        }
        if (due.paused()) {
            what = t.say("calendar.paused", "what", what);
        }
        return due.goal() == null
                ? t.say("calendar.protected", "what", what, "number", due.caseNumber())
                : t.say("calendar.due", "what", what, "number", due.caseNumber(), "goal", due.goal());
    }

    /** Summer time from the last Sunday of March to that of October, at one o'clock universal time. */
    private static VTimezone stockholm() {
        StandardTime winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(EU_RULES_SINCE, 10, 27, 3, 0, 0, false));
        winter.setTimezoneOffsetFrom(new UtcOffset(true, 2, 0));
        winter.setTimezoneOffsetTo(new UtcOffset(true, 1, 0));
        winter.addTimezoneName("CET");
        winter.setRecurrenceRule(lastSundayOf(10));
        DaylightSavingsTime summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(EU_RULES_SINCE, 3, 31, 2, 0, 0, false));
        summer.setTimezoneOffsetFrom(new UtcOffset(true, 1, 0));
        summer.setTimezoneOffsetTo(new UtcOffset(true, 2, 0));
        summer.addTimezoneName("CEST");
        summer.setRecurrenceRule(lastSundayOf(3));
        VTimezone zone = new VTimezone(ZONE);
        zone.addStandardTime(winter);
        zone.addDaylightSavingsTime(summer);
        return zone;
    }

    private static Recurrence lastSundayOf(int month) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build();
    }
}

package se.mandat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.mandat.worktime.WorkingCalendar;

class MailTimesTest {

    private final WorkingCalendar calendar = WorkingCalendar.standard();

    /** Good Friday 2027 is 26 March; summer time begins on Easter Day, 28 March. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-24T08:00, 2027-03-24T08:01",
        "2027-03-24T16:58, 2027-03-24T16:59",
        "2027-03-24T16:59, 2027-03-25T08:00",
        "2027-03-24T17:00, 2027-03-25T08:00",
        "2027-03-25T23:10, 2027-03-30T08:00",
        "2027-03-26T10:00, 2027-03-30T08:00",
        "2027-03-28T02:30, 2027-03-30T08:00",
        "2027-03-30T03:00, 2027-03-30T08:00",
        "2027-12-23T18:00, 2027-12-27T08:00"
    })
    void mailAtOnceWaitsForWorkingTimeAndAMinuteForWhatFollows(String told, String mailed) {
        assertThat(MailTimes.mailAt(at(told), MailChoice.AT_ONCE, false, calendar))
                .isEqualTo(at(mailed));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-24T07:59, 2027-03-24T08:00",
        "2027-03-24T08:00, 2027-03-24T08:00",
        "2027-03-24T08:01, 2027-03-24T12:00",
        "2027-03-24T12:00, 2027-03-24T12:00",
        "2027-03-24T12:01, 2027-03-25T08:00",
        "2027-03-25T13:00, 2027-03-30T08:00",
        "2027-03-27T09:00, 2027-03-30T08:00"
    })
    void aDigestComesInTheMorningAndAtNoonOfWorkingDays(String told, String mailed) {
        assertThat(MailTimes.mailAt(at(told), MailChoice.DIGEST, false, calendar))
                .isEqualTo(at(mailed));
    }

    @Test
    void whereAUnitIsClosedItsPeopleAreNotMailed() {
        WorkingCalendar closed = calendar.closedOn(Set.of(LocalDate.parse("2027-03-30")));

        assertThat(MailTimes.mailAt(at("2027-03-26T10:00"), MailChoice.AT_ONCE, false, closed))
                .isEqualTo(at("2027-03-31T08:00"));
        assertThat(MailTimes.mailAt(at("2027-03-30T10:00"), MailChoice.DIGEST, false, closed))
                .isEqualTo(at("2027-03-31T08:00"));
    }

    @Test
    void whatIsUrgentIsMailedAtAnyHourWhateverTheChoice() {
        for (MailChoice choice : MailChoice.values()) {
            assertThat(MailTimes.mailAt(at("2027-03-28T04:12"), choice, true, calendar))
                    .isEqualTo(at("2027-03-28T04:12"));
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }
}

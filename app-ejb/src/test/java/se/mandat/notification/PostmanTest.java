package se.mandat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the postman does when the mail server is slow, away, or surly, and when time goes by while he works. */
class PostmanTest {

    private static final String DECIDED = "case.decided.v1";
    private static final String QUIET = "M-2031-0001";
    private static final String HARMED = "M-2031-0002";

    private static PostOffice office;

    @BeforeAll
    static void open() throws IOException {
        office = new PostOffice();
    }

    @AfterAll
    static void close() throws IOException {
        office.close();
    }

    @BeforeEach
    void twoCases() {
        office.forgets();
        office.hasCase(QUIET, "DETOUR");
        office.hasCase(HARMED, "HARMED");
    }

    @Test
    void aMailThatIsTakenLateInALongRoundIsLeasedFromThen() {
        office.itIs("2031-03-12T10:00");
        for (String person : List.of("amir", "karin", "lina", "noor")) {
            office.tells(person, QUIET, DECIDED);
        }
        List<Duration> leases = new ArrayList<>();
        office.answers(letter -> {
            leases.add(Duration.between(
                    office.now(),
                    office.moment("select not_before from mail where message_id = ?", letter.messageId())));
            office.itIs(office.now().plus(Duration.ofMinutes(4)));
        });

        office.goesAt("2031-03-12T10:01");

        assertThat(leases).hasSize(4).containsOnly(Duration.ofMinutes(5));
    }

    @Test
    void whatFailsLateInALongRoundIsTriedAgainAMinuteAfterThat() {
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, DECIDED);
        office.answers(letter -> {
            office.itIs("2031-03-12T10:20");
            throw new UndeliveredException(MailTrouble.NOT_TAKEN, null);
        });

        office.goesAt("2031-03-12T10:01");

        assertThat(office.moment("select not_before from mail")).isEqualTo(PostOffice.at("2031-03-12T10:21"));
    }

    @Test
    void whatIsUrgentGoesFirst() {
        office.itIs("2031-03-12T10:00");
        office.tells("amir", QUIET, DECIDED);
        office.tells("karin", HARMED, DECIDED);
        office.answers(letter -> {
            throw new UndeliveredException(MailTrouble.NOT_TAKEN, null);
        });
        office.goesAt("2031-03-12T10:01");
        office.does("update mail set not_before = not_before + interval '30 seconds' where urgent");
        office.takesEverything();

        office.goesAt("2031-03-12T10:03");

        assertThat(office.recipients()).containsExactly("karin", "amir");
    }

    @Test
    void whatIsUrgentAndToldDuringALongRoundNeedNotWaitForItsEnd() {
        office.itIs("2031-03-12T10:00");
        for (String person : List.of("amir", "lina", "noor", "ola", "per")) {
            office.tells(person, QUIET, DECIDED);
        }
        office.answers(letter -> {
            if (office.taken.isEmpty()) {
                office.tells("karin", HARMED, DECIDED);
            }
            office.itIs(office.now().plus(Duration.ofSeconds(40)));
        });

        office.goesAt("2031-03-12T10:01");

        assertThat(office.recipients()).hasSize(6);
        assertThat(office.recipients().indexOf("karin")).isBetween(1, 3);
    }

    @Test
    void whatAStewardLetsBeTriedAgainInTheEveningComesInTheMorning() {
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, DECIDED);
        office.tells("per", HARMED, DECIDED);
        office.does("update case_ set owner = 'per' where number = ?", HARMED);
        office.answers(letter -> {
            throw new UndeliveredException(MailTrouble.NO_SUCH_ADDRESS, null);
        });
        office.goesAt("2031-03-12T10:01");
        office.takesEverything();
        office.itIs("2031-03-12T20:00");
        office.deadLetters.tryAllAgain();

        office.goesAt("2031-03-12T20:00");
        assertThat(office.recipients()).doesNotContain("karin").contains("per");
        assertThat(office.all("select tries || ' ' || state from mail where recipient = 'karin'"))
                .containsExactly("0 WAITING");

        office.goesAt("2031-03-13T08:00");
        assertThat(office.recipients()).containsOnlyOnce("karin");
    }

    @Test
    void aRoundThatLastsIntoTheEveningLeavesTheRestForTheMorning() {
        office.itIs("2031-03-12T16:50");
        office.tells("amir", QUIET, DECIDED);
        office.tells("lina", QUIET, DECIDED);
        office.answers(letter -> office.itIs("2031-03-12T17:00"));

        office.goesAt("2031-03-12T16:55");

        assertThat(office.taken).hasSize(1);
        office.goesAt("2031-03-13T08:00");
        assertThat(office.recipients()).containsExactlyInAnyOrder("amir", "lina");
    }

    @Test
    void aLetterThatCannotBeWrittenWhateverTheReasonKeepsNobodyElseFromBeingMailed() {
        office.itIs("2031-03-12T10:00");
        for (String person : List.of("amir", "karin", "lina", "noor")) {
            office.tells(person, QUIET, DECIDED);
        }
        office.writes(letter -> {
            switch (letter.name()) {
                case "Amir" ->
                    throw new NullPointerException(letter.cases().getFirst().words());
                case "Karin" -> throw new EJBException(new IndexOutOfBoundsException());
                case "Lina" -> throw new StackOverflowError();
                default -> {
                    return new LetterWriter.Written("subject", "text", "html");
                }
            }
        });

        office.goesAt("2031-03-12T10:01");

        assertThat(office.recipients()).containsExactly("noor");
        assertThat(office.all("select recipient || ' ' || trouble from mail where state = 'WAITING' order by 1"))
                .containsExactly("amir UNWRITABLE", "karin UNWRITABLE", "lina UNWRITABLE");
    }

    @Test
    void whatWentWrongIsLoggedWithoutAWordOfTheCustomers() {
        office.itIs("2031-03-12T10:00");
        office.tells("amir", QUIET, DECIDED);
        office.writes(letter -> {
            throw new IllegalArgumentException(letter.cases().getFirst().words());
        });
        StringBuilder logged = new StringBuilder();
        Handler hears = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.append(new SimpleFormatter().format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(Postman.class.getName());
        log.addHandler(hears);
        try {
            office.goesAt("2031-03-12T10:01");
        } finally {
            log.removeHandler(hears);
        }

        assertThat(logged.toString())
                .contains("java.lang.IllegalArgumentException at se.mandat.")
                .doesNotContain("svarade");
    }

    @Test
    void whatIsToldWhileTheMailServerIsAwayIsOneMailWhenItIsBack() {
        office.answers(letter -> {
            throw UndeliveredException.atTheDoor(null);
        });
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, "case.raised.v1");
        office.goesAt("2031-03-12T10:01");
        office.itIs("2031-03-12T13:00");
        office.tells("karin", QUIET, "case.progress-noted.v1");
        office.goesAt("2031-03-12T13:01");
        office.itIs("2031-03-13T09:00");
        office.tells("karin", QUIET, DECIDED);
        office.goesAt("2031-03-13T09:01");
        office.takesEverything();

        office.goesAt("2031-03-13T09:02");

        assertThat(office.taken).hasSize(1);
        assertThat(office.taken.getFirst().cases().getFirst().told())
                .extracting(Letter.Told::kind)
                .containsExactly("case.raised.v1", "case.progress-noted.v1", DECIDED);
    }

    @Test
    void whatIsToldWhenAMailHasWaitedLongForTheMailServerDoesNotWaitAsLong() {
        office.answers(letter -> {
            throw UndeliveredException.atTheDoor(null);
        });
        office.itIs("2031-03-12T08:00");
        office.tells("karin", QUIET, "case.raised.v1");
        for (String time : List.of("08:01", "08:02", "08:07", "08:22", "09:22")) {
            office.goesAt("2031-03-12T" + time);
        }
        office.takesEverything();
        office.itIs("2031-03-12T09:30");
        office.tells("karin", QUIET, DECIDED);

        office.goesAt("2031-03-12T09:31");

        assertThat(office.taken).hasSize(1);
    }

    @Test
    void nothingIsPutIntoAMailThatMayHaveArrived() {
        office.answers(letter -> {
            throw new UndeliveredException(MailTrouble.UNREACHABLE, null);
        });
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, "case.raised.v1");
        office.goesAt("2031-03-12T10:01");
        office.answers(letter -> {
            throw UndeliveredException.atTheDoor(null);
        });
        office.goesAt("2031-03-12T10:02");
        office.tells("karin", QUIET, DECIDED);
        office.takesEverything();

        office.goesAt("2031-03-12T10:10");

        assertThat(office.taken).hasSize(2);
        assertThat(office.taken).extracting(Letter::messageId).doesNotHaveDuplicates();
    }

    @Test
    void whatIsUrgentDoesNotTakeAlongWhatWaitsForAnotherReason() {
        office.answers(letter -> {
            throw UndeliveredException.atTheDoor(null);
        });
        office.itIs("2031-03-12T16:00");
        office.tells("karin", QUIET, DECIDED);
        office.goesAt("2031-03-12T16:01");
        office.itIs("2031-03-12T22:00");
        office.tells("karin", HARMED, DECIDED);
        office.goesAt("2031-03-12T22:00");
        office.itIs("2031-03-12T22:10");
        office.tells("karin", HARMED, "case.progress-noted.v1");
        office.takesEverything();

        office.goesAt("2031-03-12T22:10");

        assertThat(office.taken).hasSize(1);
        assertThat(office.taken.getFirst().urgent()).isTrue();
        assertThat(office.taken.getFirst().cases()).hasSize(1);
        assertThat(office.taken.getFirst().cases().getFirst().told()).hasSize(2);
    }

    @Test
    void whatWasToldAfterALookIsMailedThoughTimeStoodStillMeanwhile() {
        office.itIs("2031-03-12T10:00");
        office.happened(QUIET, 1, "case.raised.v1");
        office.tells("karin", QUIET, "case.raised.v1");
        office.looked("karin", QUIET, 1);
        office.happened(QUIET, 2, DECIDED);
        office.tells("karin", QUIET, DECIDED);

        office.goesAt("2031-03-12T10:01");

        assertThat(office.taken).hasSize(1);
        assertThat(office.taken.getFirst().cases().getFirst().told())
                .extracting(Letter.Told::kind)
                .containsExactly(DECIDED);
    }

    @Test
    void whatNoHistoryHasIsMailedThoughItsCaseWasLookedAt() {
        office.itIs("2031-03-12T10:00");
        office.happened(QUIET, 1, "case.raised.v1");
        office.looked("karin", QUIET, 1);
        office.tells("karin", QUIET, "closing-day.due-times-moved.v1");

        office.goesAt("2031-03-12T10:01");

        assertThat(office.taken).hasSize(1);
    }

    @Test
    void aStartWithoutAMailServerDelaysWhatIsNewsAndDropsWhatIsNoneAnyMore() {
        office.itIs("2031-03-05T10:00");
        office.tells("amir", QUIET, DECIDED);
        office.itIs("2031-03-11T10:00");
        office.tells("karin", QUIET, DECIDED);
        office.isOn(false);
        office.goesAt("2031-03-12T10:00");
        assertThat(office.all("select recipient from outbox_message where mail_at is null"))
                .containsExactlyInAnyOrder("amir", "karin");
        office.goesAt("2031-03-12T10:01");
        assertThat(office.all("select recipient from outbox_message where mail_at is null"))
                .containsExactly("karin");
        office.isOn(true);

        office.goesAt("2031-03-12T10:02");

        assertThat(office.recipients()).containsExactly("karin");
    }

    @Test
    void aMailThatNobodyComesToTheEndOfIsGivenUpForThatReason() {
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, DECIDED);
        office.goesAt("2031-03-12T10:00");
        office.sortPost.gather("karin", PostOffice.at("2031-03-12T10:01"));
        Instant at = PostOffice.at("2031-03-12T10:01");
        // each time a node takes it and dies
        while (office.sendPost.next(at).isPresent()) {
            at = at.plus(Duration.ofMinutes(6));
        }

        assertThat(office.all("select state || ' ' || trouble from mail")).containsExactly("DEAD CUT_SHORT");
        assertThat(office.deadLetters.list(null, 10).items()).hasSize(1);
    }

    @Test
    void whatWasGivenUpIsListedPartByPartTheLatestFirst() {
        office.answers(letter -> {
            throw new UndeliveredException(MailTrouble.NO_SUCH_ADDRESS, null);
        });
        office.itIs("2031-03-12T10:00");
        for (String person : List.of("amir", "lina", "noor")) {
            office.tells(person, QUIET, DECIDED);
        }
        office.goesAt("2031-03-12T10:01");
        office.tells("karin", QUIET, DECIDED);
        office.goesAt("2031-03-12T10:05");
        List<String> listed = new ArrayList<>();

        DeadLetters.Page part = office.deadLetters.list(null, 2);
        assertThat(part.items().getFirst().recipient()).isEqualTo("karin");
        for (; part.next() != null; part = office.deadLetters.list(part.next(), 2)) {
            part.items().forEach(letter -> listed.add(letter.recipient()));
        }
        part.items().forEach(letter -> listed.add(letter.recipient()));

        assertThat(listed).containsExactlyInAnyOrder("amir", "karin", "lina", "noor");
    }

    @Test
    void ofAProtectedVoiceNothingLeavesTheHouse() {
        office.does("update case_ set sensitive = true where number = ?", QUIET);
        office.itIs("2031-03-12T10:00");
        office.tells("karin", QUIET, DECIDED);

        office.goesAt("2031-03-12T10:01");

        assertThat(office.taken.getFirst().toString())
                .contains(QUIET)
                .doesNotContain("Ingen svarade")
                .doesNotContain("Få svar");
    }

    @Test
    void whoIsWaitedForLongerIsLeasedForLonger() {
        MailSettings settings = new MailSettings();
        assertThat(settings.longestSending()).isEqualTo(Duration.ofMinutes(5));
        System.setProperty("mandat.smtp.timeout", "120000");
        try {
            assertThat(settings.longestSending()).isEqualTo(Duration.ofMinutes(30));
        } finally {
            System.clearProperty("mandat.smtp.timeout");
        }
    }
}

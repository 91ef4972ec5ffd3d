package se.mandat.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

class DirectoryReaderTest {

    private static final Logger LOG = Logger.getLogger(DirectoryReader.class.getName());

    private final DirectoryTest.Tables tables = new DirectoryTest.Tables();
    private final Directory directory = new Directory(tables, new DirectoryTest.Transaction());
    private final Caller caller = new Caller();
    private final Keycloak keycloak = new Keycloak();
    private final Readings readings = new Readings();
    private final DirectoryReader reader = new DirectoryReader(keycloak, readings, directory, caller);
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        LOG.setUseParentHandlers(false);
        LOG.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(log);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void aReadingThatIsDueIsTakenIn() {
        readings.due = true;

        reader.look();

        assertThat(directory.now().person("eva")).isPresent();
    }

    @Test
    void whatIsNotDueIsNotRead() {
        reader.look();

        assertThat(keycloak.asked).isZero();
    }

    @Test
    void everyLookTakesNoticeOfReadingsByOtherNodes() {
        reader.look();
        tables.hold(1, "per");

        reader.look();

        assertThat(directory.now().person("per")).isPresent();
    }

    @Test
    void aReadingThatIsRefusedIsTriedAgainAtTheNextLookUntilItSucceeds() {
        keycloak.refuses = new ReadingRefused("it does not answer");
        assertThat(reader.readNow()).isFalse();

        reader.look();
        assertThat(keycloak.asked).isEqualTo(2);

        keycloak.refuses = null;
        reader.look();
        assertThat(directory.now().person("eva")).isPresent();

        reader.look();
        assertThat(keycloak.asked).isEqualTo(3);
    }

    @Test
    void troubleIsLoggedOnceAndSoIsItsEnd() {
        keycloak.refuses = new ReadingRefused("it does not answer");
        reader.readNow();
        reader.readNow();
        reader.look();
        assertThat(log.said).hasSize(1).first().asString().contains("it does not answer");

        keycloak.refuses = new ReadingRefused("it answers no units");
        reader.readNow();
        assertThat(log.said).hasSize(2);

        keycloak.refuses = null;
        reader.readNow();
        reader.readNow();
        assertThat(log.said).hasSize(3).last().asString().contains("read again");
    }

    @Test
    void anAnswerThatCouldNotBeWrittenIsTriedAgain() {
        readings.breaks = new EJBException("a deadlock");
        assertThat(reader.readNow()).isFalse();

        readings.breaks = null;
        reader.look();

        assertThat(directory.now().person("eva")).isPresent();
    }

    @Test
    void anAnswerFromWhichNothingGoodCouldFollowIsTriedAgain() {
        readings.breaks = new MandatException(Problem.NOT_NOW, "problem.nobody-may-appoint");
        assertThat(reader.readNow()).isFalse();
        reader.look();
        assertThat(log.said).hasSize(1);

        readings.breaks = null;
        reader.look();

        assertThat(directory.now().person("eva")).isPresent();
    }

    @Test
    void aDatabaseThatDoesNotAnswerALookIsTroubleButNoEnd() {
        tables.gone = true;
        reader.look();
        tables.gone = false;

        reader.look();

        assertThat(directory.now().person("eva")).isPresent();
        assertThat(log.said).hasSize(2);
    }

    @Test
    void theSystemActsWhileItTakesInAReadingAndTheCallerAgainAfterwards() {
        caller.actAs(Actor.of("sara"));

        reader.readNow();

        assertThat(readings.actor).isEqualTo(Actor.SYSTEM);
        assertThat(caller.actor()).isEqualTo(Actor.of("sara"));
    }

    @Test
    void somebodyKnownLogsInWithoutAReading() {
        tables.hold(1, "eva");

        assertThat(reader.welcome("eva")).isTrue();
        assertThat(keycloak.asked).isZero();
    }

    @Test
    void somebodyNewIsReadWhenTheyLogIn() {
        assertThat(reader.welcome("eva")).isTrue();
        assertThat(keycloak.asked).isEqualTo(1);
    }

    @Test
    void strangersDoNotMakeTheIdentityProviderWorkEachTime() {
        assertThat(reader.welcome("stranger")).isFalse();
        assertThat(reader.welcome("stranger")).isFalse();
        assertThat(reader.welcome("another")).isFalse();

        assertThat(keycloak.asked).isEqualTo(1);
    }

    private static final class Keycloak implements IdentityProvider {

        private ReadingRefused refuses;
        private int asked;

        @Override
        public Register read() throws ReadingRefused {
            asked++;
            if (refuses != null) {
                throw refuses;
            }
            return DirectoryTest.register("eva");
        }
    }

    private final class Readings extends ReadDirectory {

        private boolean due;
        private RuntimeException breaks;
        private Actor actor;

        @Override
        public OptionalLong ticketWhenDue() {
            return due ? OptionalLong.of(ticket()) : OptionalLong.empty();
        }

        @Override
        public long ticket() {
            return 1;
        }

        @Override
        public void takeIn(long ticket, Register answered) {
            if (breaks != null) {
                throw breaks;
            }
            actor = caller.actor();
            tables.hold(tables.state.version() + 1, "eva");
            directory.refresh();
        }
    }

    private static final class Log extends Handler {

        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            said.add(record.getMessage());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

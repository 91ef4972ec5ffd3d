package se.mandat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GistTakerTest {

    private static final Logger LOG = Logger.getLogger(GistTaker.class.getName());

    private final Voices voices = new Voices();
    private final GistTaker taker = new GistTaker(voices);
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
    void theFirstLookBeginsWithTheFirstVoiceAndGoesOnUntilThereAreNoMore() {
        voices.last = 2_500;

        taker.takeWhatIsNew();

        assertThat(voices.asked).containsExactly(0L, 1_000L, 2_000L, 2_500L);
    }

    @Test
    void theNextLookGoesOnWhereTheLastOneEnded() {
        voices.last = 10;
        taker.takeWhatIsNew();
        voices.asked.clear();

        taker.takeWhatIsNew();

        assertThat(voices.asked).containsExactly(10L);
    }

    @Test
    void troubleIsLoggedOnceAndSoIsItsEndAndNothingIsLeftOut() {
        voices.last = 1_500;
        voices.breaksAt = 1_000;
        taker.takeWhatIsNew();
        taker.takeWhatIsNew();
        assertThat(log.said).hasSize(1);
        voices.breaksAt = -1;
        voices.asked.clear();

        taker.takeWhatIsNew();
        taker.takeWhatIsNew();

        assertThat(log.said).hasSize(2).last().asString().contains("again");
        assertThat(voices.asked).startsWith(1_000L);
    }

    private static final class Voices extends TakeGists {

        private final List<Long> asked = new ArrayList<>();
        private long last;
        private long breaksAt = -1;

        @Override
        public long after(long seen) {
            asked.add(seen);
            if (seen == breaksAt) {
                throw new EJBException("the database is away");
            }
            return Math.min(seen + 1_000, last);
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

package violations.mandat.web.cases;

import java.io.IOException;
import java.io.Reader;
import java.time.Clock;
import java.time.Instant;

public class Innocent {
    public Instant time(Clock clock) {
        return Instant.now(clock);
    }

    public int first(Reader given) throws IOException {
        try (Reader reader = given) {
            return reader.read();
        }
    }
}

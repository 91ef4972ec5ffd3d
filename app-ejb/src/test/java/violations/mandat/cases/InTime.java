package violations.mandat.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

public class InTime {
    public List<Object> times(Clock clock) {
        return List.of(Instant.now(clock), LocalDate.now(clock), clock.instant(), System.nanoTime());
    }
}

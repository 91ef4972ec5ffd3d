package violations.mandat.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

public class AsksTheMachine {
    @SuppressWarnings("JavaUtilDate")
    public List<Object> times(ZoneId zone) {
        return List.of(Instant.now(), LocalDate.now(zone), System.currentTimeMillis(), Clock.systemUTC(), new Date());
    }
}

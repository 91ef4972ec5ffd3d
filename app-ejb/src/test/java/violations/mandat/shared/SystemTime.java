package violations.mandat.shared;

import java.time.Clock;

public class SystemTime {
    public final Clock inTime = Clock.systemUTC();
}

package violations.mandat.web.cases;

import java.time.Instant;

public class AsksTheMachine {
    public Instant time() {
        return Instant.now();
    }
}

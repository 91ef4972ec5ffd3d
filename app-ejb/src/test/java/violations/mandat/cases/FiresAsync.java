package violations.mandat.cases;

import jakarta.enterprise.event.Event;
import java.util.concurrent.CompletionStage;

public class FiresAsync {
    public CompletionStage<String> fire(Event<String> bus) {
        return bus.fireAsync("");
    }
}

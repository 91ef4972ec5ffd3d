package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import se.mandat.shared.ClockMoved;

/** The engine's time is the system's, also where that is a simulated one. */
@ApplicationScoped
public class EngineClock {

    void moved(@Observes ClockMoved moved) {
        ClockUtil.setCurrentTime(Date.from(moved.now()));
    }
}

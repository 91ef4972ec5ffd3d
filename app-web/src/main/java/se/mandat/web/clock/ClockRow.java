package se.mandat.web.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.clock.SimulatedClock;
import se.mandat.web.platform.StewardRow;

/** The simulated clock, on the stewards' front page. */
@ApplicationScoped
public class ClockRow implements StewardRow {

    @Inject
    private SimulatedClock clock;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String address() {
        return "/steward/clock";
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public boolean isThere() {
        return clock.isOn();
    }
}

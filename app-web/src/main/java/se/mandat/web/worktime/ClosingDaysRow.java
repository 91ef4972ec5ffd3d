package se.mandat.web.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import se.mandat.web.platform.StewardRow;

/** The closing days, on the stewards' front page. */
@ApplicationScoped
public class ClosingDaysRow implements StewardRow {

    @Override
    public String name() {
        return "closing-days";
    }

    @Override
    public String address() {
        return "/steward/closing-days";
    }

    @Override
    public int place() {
        return 37;
    }
}

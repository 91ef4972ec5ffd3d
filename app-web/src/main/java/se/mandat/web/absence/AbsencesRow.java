package se.mandat.web.absence;

import jakarta.enterprise.context.ApplicationScoped;
import se.mandat.web.platform.StewardRow;

/** Who is away, on the stewards' front page. */
@ApplicationScoped
public class AbsencesRow implements StewardRow {

    @Override
    public String name() {
        return "absences";
    }

    @Override
    public String address() {
        return "/steward/absences";
    }

    @Override
    public int place() {
        return 35;
    }
}

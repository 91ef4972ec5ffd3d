package se.mandat.web.steward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import se.mandat.cases.ListIncidents;
import se.mandat.web.platform.StewardRow;

/** The list of broken obligations, which everybody can read, on the stewards' front page. */
@ApplicationScoped
public class BrokenRow implements StewardRow {

    @Inject
    private ListIncidents incidents;

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public String address() {
        return "/broken";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(incidents.countBroken());
    }
}

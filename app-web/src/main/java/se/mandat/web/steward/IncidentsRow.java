package se.mandat.web.steward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import se.mandat.cases.ListIncidents;
import se.mandat.web.platform.StewardRow;

/** What has failed, on the stewards' front page. */
@ApplicationScoped
public class IncidentsRow implements StewardRow {

    @Inject
    private ListIncidents incidents;

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public String address() {
        return "/steward/incidents";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public OptionalLong waiting() {
        return OptionalLong.of(incidents.count());
    }
}

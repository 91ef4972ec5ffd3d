package se.mandat.web.steward;

import jakarta.enterprise.context.ApplicationScoped;
import se.mandat.web.platform.StewardRow;

/** The decision tables, which everybody can read, on the stewards' front page. */
@ApplicationScoped
public class TablesRow implements StewardRow {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public String address() {
        return "/tables";
    }

    @Override
    public int place() {
        return 80;
    }
}

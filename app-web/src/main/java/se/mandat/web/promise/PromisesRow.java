package se.mandat.web.promise;

import jakarta.enterprise.context.ApplicationScoped;
import se.mandat.web.platform.StewardRow;

/** The promises to customers, on the stewards' front page. */
@ApplicationScoped
public class PromisesRow implements StewardRow {

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public String address() {
        return "/steward/promises";
    }

    @Override
    public int place() {
        return 40;
    }
}

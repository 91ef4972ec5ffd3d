package se.mandat.web.absence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.mandat.web.platform.Page;

/** Everybody's absence, for stewards. */
@Path("/steward/absences")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class StewardAbsencePages {

    @Inject
    private AbsenceScreen screen;

    @GET
    public Page all() {
        return screen.all();
    }
}

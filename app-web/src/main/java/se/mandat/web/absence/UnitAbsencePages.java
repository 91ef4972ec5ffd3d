package se.mandat.web.absence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.mandat.web.platform.Page;

/** Who of a unit is away. Everybody inside may read it; whoever is above them may change it. */
@Path("/units/{path: .+}/absences")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class UnitAbsencePages {

    @Inject
    private AbsenceScreen screen;

    @GET
    public Page ofUnit(@PathParam("path") String path) {
        return screen.ofUnit(path);
    }
}

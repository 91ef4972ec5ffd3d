package se.mandat.web.steward;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import se.mandat.cases.ViewTables;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;

/** By what rules it goes: every decision table as it is deployed, for everybody inside. */
@Path("/tables")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class TablePages {

    private static final String HERE = "processes";

    @Inject
    private ViewTables viewTables;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page all() {
        Frame frame = frames.frame(request, HERE);
        return Page.of(
                "tables",
                "frame",
                frame,
                "tables",
                viewTables.all().stream()
                        .map(table -> new DecisionTableReader(table, frame.t()).read())
                        .toList());
    }

    /** @param version an older one, by its number */
    @GET
    @Path("{id}")
    public Page one(@PathParam("id") String id, @QueryParam("version") String version) {
        Frame frame = frames.frame(request, HERE);
        return Page.of(
                "table",
                "frame",
                frame,
                "table",
                new DecisionTableReader(viewTables.handle(id, number(version)), frame.t()).read());
    }

    /** What is no number is no version either. */
    private static Integer number(String version) {
        if (version == null) {
            return null;
        }
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : Integer.valueOf(0);
    }
}

package se.mandat.web.steward;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.OptionalLong;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.StewardRow;
import se.mandat.web.platform.Stewards;

/** The stewards' front page: one row for each of their pages, with how much needs attention there. */
@Path("/steward")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class StewardPages {

    @Inject
    @Any
    private Instance<StewardRow> rows;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page index() {
        Stewards.mayRead(request);
        return Page.of(
                "steward",
                "frame",
                frames.frame(request, "steward"),
                "steward",
                new StewardView(rows.stream()
                        .filter(StewardRow::isThere)
                        .sorted(Comparator.comparingInt(StewardRow::place))
                        .map(StewardPages::row)
                        .toList()));
    }

    private static StewardView.Row row(StewardRow row) {
        OptionalLong waiting = row.waiting();
        return new StewardView.Row(row.name(), row.address(), waiting.isPresent() ? waiting.getAsLong() : null);
    }
}

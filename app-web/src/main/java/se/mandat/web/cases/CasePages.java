package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import se.mandat.cases.CaseView;
import se.mandat.cases.OpenContact;
import se.mandat.cases.ViewCase;
import se.mandat.cases.ViewProcess;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Typed;

/** A case: what the customer said, who shall do what by when, and what this reader may do now. */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class CasePages {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    private ViewCase viewCase;

    @Inject
    private ViewProcess viewProcess;

    @Inject
    private OpenContact openContact;

    @Inject
    private CaseScreen screen;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @PathParam("number")
    private String number;

    /** @param since how far the reader had been shown the history before they chose another language */
    @GET
    public Page show(@QueryParam("since") String since) {
        return screen.show(number, since != null && since.matches("[0-9]{1,18}") ? Long.valueOf(since) : null);
    }

    /** The model that the case follows, in the reader's language. */
    @GET
    @Path("process")
    @Produces(MediaType.APPLICATION_XML)
    public String process() {
        viewCase.handle(number);
        return ProcessModel.of(viewProcess.handle(number))
                .diagram(frames.frame(request, "cases").t().language());
    }

    /** A POST, since opening them leaves a trace. */
    @POST
    @Path("contact")
    public Page contact() {
        String voice = Typed.of(request).get("voice");
        if (!ID.matcher(voice).matches()) {
            throw new MandatException(Problem.NOT_FOUND, "problem.not-found");
        }
        String contact = openContact.handle(number, UUID.fromString(voice));
        return Page.of(
                "contact",
                "frame",
                frames.frame(request, "cases"),
                "contact",
                new ContactView(number, words(UUID.fromString(voice)), contact));
    }

    private String words(UUID voice) {
        return viewCase.handle(number).voices().stream()
                .filter(one -> one.id().equals(voice))
                .findFirst()
                .map(CaseView.Voice::words)
                .orElseThrow();
    }
}

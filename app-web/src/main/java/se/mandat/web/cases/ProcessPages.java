package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.mandat.cases.ViewProcesses;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;

/** How it is meant to go: every process with its diagram and, beneath it, every step in words. */
@Path("/processes")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class ProcessPages {

    private static final String HERE = "processes";

    @Inject
    private ViewProcesses viewProcesses;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page all() {
        Frame frame = frames.frame(request, HERE);
        return Page.of(
                "processes",
                "frame",
                frame,
                "processes",
                viewProcesses.all().stream()
                        .map(process -> view(process, frame.t().language()))
                        .toList());
    }

    @GET
    @Path("{id}")
    public Page one(@PathParam("id") String id) {
        Frame frame = frames.frame(request, HERE);
        return Page.of(
                "process",
                "frame",
                frame,
                "process",
                view(viewProcesses.handle(id), frame.t().language()));
    }

    /** The model in the reader's language. */
    @GET
    @Path("{id}/model")
    @Produces(MediaType.APPLICATION_XML)
    public String model(@PathParam("id") String id) {
        return ProcessModel.of(viewProcesses.handle(id).bpmn())
                .diagram(frames.frame(request, HERE).t().language());
    }

    private static ProcessView view(ViewProcesses.Deployed process, String language) {
        return new ProcessView(
                process.id(),
                process.version(),
                "/processes/" + process.id() + "/model",
                ProcessModel.of(process.bpmn()).words(language));
    }
}

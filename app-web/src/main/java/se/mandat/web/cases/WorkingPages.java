package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.mandat.cases.AcceptOwnership;
import se.mandat.cases.CancelContribution;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.CompleteContribution;
import se.mandat.cases.DeclineContribution;
import se.mandat.cases.NoteProgress;
import se.mandat.cases.OfferHandover;
import se.mandat.cases.PlanAction;

/** The forms of those who carry a case out, and of those who help. */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class WorkingPages {

    @Inject
    private AcceptOwnership acceptOwnership;

    @Inject
    private OfferHandover offerHandover;

    @Inject
    private PlanAction planAction;

    @Inject
    private NoteProgress noteProgress;

    @Inject
    private CompleteContribution completeContribution;

    @Inject
    private DeclineContribution declineContribution;

    @Inject
    private CancelContribution cancelContribution;

    @Inject
    private CompleteAction completeAction;

    @Inject
    private CaseScreen screen;

    @PathParam("number")
    private String number;

    @POST
    @Path("ownership")
    public Response own() {
        String done = screen.sent().is("accept", "false") ? "declined" : "accepted";
        return screen.carryOut(
                number, "ownership", done, typed -> acceptOwnership.handle(WorkingForms.ownership(number, typed)));
    }

    @POST
    @Path("handover")
    public Response handOver() {
        return screen.carryOut(
                number,
                "handover",
                "handover-offered",
                typed -> offerHandover.handle(WorkingForms.handover(number, typed)));
    }

    @POST
    @Path("action")
    public Response plan() {
        return screen.carryOut(
                number, "action", "planned", typed -> planAction.handle(WorkingForms.plan(number, typed)));
    }

    @POST
    @Path("progress")
    public Response tell() {
        return screen.carryOut(
                number,
                "progress",
                "progress-noted",
                typed -> noteProgress.handle(WorkingForms.progress(number, typed)));
    }

    @POST
    @Path("contributions/{id}/completion")
    public Response contribute(@PathParam("id") UUID id) {
        return screen.carryOut(
                number,
                "contributions/" + id + "/completion",
                "contributed",
                typed -> completeContribution.handle(WorkingForms.contribution(number, id, typed)));
    }

    @POST
    @Path("contributions/{id}/decline")
    public Response declineContribution(@PathParam("id") UUID id) {
        return screen.carryOut(
                number,
                "contributions/" + id + "/decline",
                "declined",
                typed -> declineContribution.handle(WorkingForms.decline(number, id, typed)));
    }

    @POST
    @Path("contributions/{id}/cancellation")
    public Response cancelContribution(@PathParam("id") UUID id) {
        return screen.carryOut(
                number,
                "contributions/" + id + "/cancellation",
                "contribution-cancelled",
                typed -> cancelContribution.handle(WorkingForms.cancellation(number, id, typed)));
    }

    @POST
    @Path("action/completion")
    public Response complete() {
        return screen.carryOut(
                number,
                "action/completion",
                "completed",
                typed -> completeAction.handle(WorkingForms.completion(number, typed)));
    }
}

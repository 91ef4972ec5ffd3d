package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.mandat.cases.AcceptRejection;
import se.mandat.cases.AppealDecision;
import se.mandat.cases.AppointPerson;
import se.mandat.cases.CompleteProposal;
import se.mandat.cases.CorrectOutcome;
import se.mandat.cases.DecideCase;
import se.mandat.cases.MergeCase;
import se.mandat.cases.ObjectToDecision;
import se.mandat.cases.ReferDecision;
import se.mandat.cases.WithdrawCase;

/** The forms with which a case is decided, and with which people answer a decision. */
@Path("/cases/{number}")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class DecidingPages {

    @Inject
    private DecideCase decideCase;

    @Inject
    private ReferDecision referDecision;

    @Inject
    private CorrectOutcome correctOutcome;

    @Inject
    private AppointPerson appointPerson;

    @Inject
    private AcceptRejection acceptRejection;

    @Inject
    private AppealDecision appealDecision;

    @Inject
    private ObjectToDecision objectToDecision;

    @Inject
    private CompleteProposal completeProposal;

    @Inject
    private WithdrawCase withdrawCase;

    @Inject
    private MergeCase mergeCase;

    @Inject
    private CaseScreen screen;

    @PathParam("number")
    private String number;

    @POST
    @Path("decision")
    public Response decide() {
        return screen.carryOut(
                number, "decision", "decided", typed -> decideCase.handle(DecidingForms.decision(number, typed)));
    }

    @POST
    @Path("referral")
    public Response refer() {
        return screen.carryOut(
                number, "referral", "referred", typed -> referDecision.handle(DecidingForms.referral(number, typed)));
    }

    @POST
    @Path("outcome")
    public Response correct() {
        return screen.carryOut(
                number, "outcome", "corrected", typed -> correctOutcome.handle(DecidingForms.outcome(number, typed)));
    }

    @POST
    @Path("appointment")
    public Response appoint() {
        return screen.carryOut(
                number,
                "appointment",
                "appointed",
                typed -> appointPerson.handle(DecidingForms.appointment(number, typed)));
    }

    @POST
    @Path("response")
    public Response respond() {
        return screen.carryOut(
                number,
                "response",
                "rejection-accepted",
                typed -> acceptRejection.handle(DecidingForms.response(number, typed)));
    }

    @POST
    @Path("appeal")
    public Response appeal() {
        return screen.carryOut(
                number, "appeal", "appealed", typed -> appealDecision.handle(DecidingForms.appeal(number, typed)));
    }

    @POST
    @Path("objection")
    public Response object() {
        return screen.carryOut(
                number,
                "objection",
                "objected",
                typed -> objectToDecision.handle(DecidingForms.objection(number, typed)));
    }

    @POST
    @Path("proposal")
    public Response propose() {
        return screen.carryOut(
                number,
                "proposal",
                "proposed",
                typed -> completeProposal.handle(DecidingForms.proposal(number, typed)));
    }

    @POST
    @Path("withdrawal")
    public Response withdraw() {
        return screen.carryOut(
                number,
                "withdrawal",
                "withdrawn",
                typed -> withdrawCase.handle(DecidingForms.withdrawal(number, typed)));
    }

    @POST
    @Path("merge")
    public Response merge() {
        return screen.carryOut(
                number, "merge", "merged", typed -> mergeCase.handle(DecidingForms.merge(number, typed)));
    }
}

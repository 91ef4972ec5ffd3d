package se.mandat.web.steward;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import se.mandat.cases.Incident;
import se.mandat.cases.ListIncidents;
import se.mandat.cases.RetryIncident;
import se.mandat.obligation.ObligationKind;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Stewards;

/** What was to happen by itself and has failed: for stewards, and for auditors to read. */
@Path("/api/v1/incidents")
@RequestScoped
@OncePerKey
@Produces(MediaType.APPLICATION_JSON)
public class IncidentApi {

    @Inject
    private ListIncidents listIncidents;

    @Inject
    private RetryIncident retryIncident;

    @Inject
    private HttpServletRequest request;

    record Incidents(List<Failed> items) {}

    /**
     * One thing that has failed.
     *
     * @param what of a deadline REMIND, DUE, MOVE or REPEAT; of a step its id in the model; of a closing
     *     day its date
     * @param failure the kind of failure
     * @param again when it is tried again by itself; null when it is not any more
     */
    record Failed(
            String id,
            Incident.Kind kind,
            String caseNumber,
            ObligationKind obligation,
            String what,
            String failure,
            int tries,
            Instant again) {

        static Failed of(Incident incident) {
            return new Failed(
                    incident.id(),
                    incident.kind(),
                    incident.caseNumber(),
                    incident.obligation(),
                    incident.what(),
                    incident.failure(),
                    incident.tries(),
                    incident.again());
        }
    }

    @GET
    public Incidents find() {
        Stewards.mayRead(request);
        return incidents();
    }

    @POST
    @Path("{id}/retry")
    public Response retry(@PathParam("id") String id) {
        Stewards.mustAct(request);
        retryIncident.handle(id);
        return Response.ok(incidents()).build();
    }

    private Incidents incidents() {
        return new Incidents(listIncidents.list().stream().map(Failed::of).toList());
    }
}

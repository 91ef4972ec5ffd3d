package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import se.mandat.cases.CaseStage;
import se.mandat.cases.SimilarCases;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.OncePerKey;

/** Open cases like what a customer said. A POST, so that no customer's words stand in an address. */
@Path("/api/v1/cases")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SimilarCasesApi {

    @Inject
    private SimilarCases similarCases;

    record Question(String words, String goal) {}

    /** An open case that is alike. */
    record Alike(
            String number,
            CaseStage stage,
            Outcome severity,
            String customerWords,
            String goal,
            String unit,
            Instant raisedAt) {}

    @POST
    @Path("similar")
    public Response similar(Question sent) {
        return Response.ok(new Listing<>(
                        similarCases.handle(new SimilarCases.Question(sent.words(), sent.goal())).stream()
                                .map(SimilarCasesApi::alike)
                                .toList(),
                        null))
                .build();
    }

    private static Alike alike(SimilarCases.Found found) {
        return new Alike(
                found.number(),
                found.stage(),
                found.severity(),
                found.words(),
                found.goal(),
                found.unit(),
                found.raisedAt());
    }
}

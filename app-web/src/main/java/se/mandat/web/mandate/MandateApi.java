package se.mandat.web.mandate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import se.mandat.cases.CheckMandate;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.Route;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.ReaderLanguage;
import se.mandat.web.platform.Words;

/** Who may decide this? Nothing is kept. */
@Path("/api/v1/mandate-checks")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MandateApi {

    @Inject
    private CheckMandate checkMandate;

    @Inject
    private HttpServletRequest request;

    record Question(Outcome outcome, Sketch proposal, List<CheckMandate.ContributorSketch> contributors) {}

    record Sketch(String text, Long cost, Boolean reversible, List<String> units) {

        CheckMandate.Sketch given() {
            return new CheckMandate.Sketch(text, cost, reversible, units);
        }
    }

    /**
     * The mandate's answer.
     *
     * @param rule the number of the row that matched
     * @param decider null when somebody has to be appointed
     * @param units the touched units as they were understood
     * @param left whole kronor that the caller may still decide over this quarter
     */
    record Answer(Route route, int rule, String reason, Decider decider, List<String> units, long left) {}

    record Decider(String username, String name) {}

    @POST
    public Response check(Question sent) {
        CheckMandate.Reply reply = checkMandate.handle(new CheckMandate.Question(
                sent.outcome(), sent.proposal() == null ? null : sent.proposal().given(), sent.contributors()));
        MandateRuling ruling = reply.answer().ruling();
        boolean swedish = ReaderLanguage.of(request).equals(Words.SWEDISH);
        return Response.ok(new Answer(
                        ruling.route(),
                        ruling.rule(),
                        swedish ? ruling.reasonSv() : ruling.reasonEn(),
                        reply.decider()
                                .map(person -> new Decider(person.username(), person.name()))
                                .orElse(null),
                        reply.units(),
                        reply.account().left()))
                .build();
    }
}

package se.mandat.web.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.mandat.organisation.ChangeAbsence;
import se.mandat.organisation.EndAbsence;
import se.mandat.organisation.ListAbsences;
import se.mandat.organisation.NameAbsence;
import se.mandat.web.platform.Listing;
import se.mandat.web.platform.OncePerKey;
import se.mandat.web.platform.Refusal;
import se.mandat.web.platform.Refused;

/** Who is away when, and who stands in for them. */
@Path("/api/v1/absences")
@RequestScoped
@OncePerKey
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AbsenceApi {

    private static final String UNIT = "unit:";

    @Inject
    private ListAbsences listAbsences;

    @Inject
    private NameAbsence nameAbsence;

    @Inject
    private ChangeAbsence changeAbsence;

    @Inject
    private EndAbsence endAbsence;

    @Inject
    private Named named;

    /**
     * Somebody will be away.
     *
     * @param person null means the caller
     * @param first the first day in Stockholm
     * @param last the last day, included
     * @param substitute null means the manager, from the first working day
     */
    record Sent(String person, LocalDate first, LocalDate last, String substitute) {}

    /** The same absence with other days, or another substitute. */
    record Changed(LocalDate first, LocalDate last, String substitute) {}

    /** @param begun whether the first day has come */
    record Answer(UUID id, String person, LocalDate first, LocalDate last, String substitute, boolean begun) {}

    @GET
    public Listing<Answer> list(@QueryParam("of") String of) {
        List<ListAbsences.View> found;
        if (of == null) {
            found = listAbsences.all();
        } else if (of.startsWith(UNIT)) {
            found = listAbsences.inUnit(named.unit("of", of.substring(UNIT.length())));
        } else {
            found = listAbsences.of(named.person("of", of));
        }
        return new Listing<>(found.stream().map(AbsenceApi::answer).toList(), null);
    }

    @GET
    @Path("{id}")
    public Answer read(@PathParam("id") String id) {
        return answer(listAbsences.one(id(id)));
    }

    @POST
    public Response name(Sent sent) {
        UUID id = nameAbsence.handle(
                new NameAbsence.Command(sent.person(), sent.first(), sent.last(), sent.substitute()));
        return Response.created(URI.create("/api/v1/absences/" + id))
                .entity(answer(listAbsences.one(id)))
                .build();
    }

    @PUT
    @Path("{id}")
    public Answer change(@PathParam("id") String id, Changed sent) {
        changeAbsence.handle(new ChangeAbsence.Command(id(id), sent.first(), sent.last(), sent.substitute()));
        return answer(listAbsences.one(id(id)));
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        endAbsence.handle(id(id));
        return Response.noContent().build();
    }

    private static Answer answer(ListAbsences.View view) {
        return new Answer(
                view.absence().id(),
                view.absence().person(),
                view.absence().first(),
                view.absence().last(),
                view.absence().substitute(),
                view.begun());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Refused(Refusal.NOT_FOUND);
        }
    }
}

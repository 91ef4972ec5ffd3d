package se.mandat.web.promise;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import se.mandat.promise.GivePromise;
import se.mandat.promise.ListPromises;
import se.mandat.promise.PromiseState;
import se.mandat.promise.WithdrawPromise;
import se.mandat.web.platform.OncePerKey;

/** What customers are and have been promised, and what follows when a promise is broken. */
@Path("/api/v1/promises")
@RequestScoped
@OncePerKey
@Produces(MediaType.APPLICATION_JSON)
public class PromiseApi {

    @Inject
    private ListPromises listPromises;

    @Inject
    private GivePromise givePromise;

    @Inject
    private WithdrawPromise withdrawPromise;

    /** @param unit its path */
    record Promise(
            String id,
            String text,
            String consequence,
            String unit,
            PromiseState state,
            String givenBy,
            Instant givenAt,
            String withdrawnBy,
            Instant withdrawnAt) {}

    record Promises(List<Promise> items) {}

    /** @param unit its path; null means the whole organisation */
    record Given(String text, String consequence, String unit) {}

    @GET
    public Promises all() {
        return new Promises(
                listPromises.handle().stream().map(PromiseApi::answer).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(Given sent) {
        String id = givePromise.handle(new GivePromise.Command(sent.text(), sent.consequence(), sent.unit()));
        return Response.status(Response.Status.CREATED).entity(read(id)).build();
    }

    @POST
    @Path("{id}/withdrawal")
    public Response withdraw(@PathParam("id") String id) {
        withdrawPromise.handle(id);
        return Response.ok(read(id)).build();
    }

    private Promise read(String id) {
        return answer(listPromises.find(id).orElseThrow());
    }

    private static Promise answer(ListPromises.View promise) {
        return new Promise(
                promise.id(),
                promise.text(),
                promise.consequence(),
                promise.unit(),
                promise.state(),
                promise.givenBy(),
                promise.givenAt(),
                promise.withdrawnBy(),
                promise.withdrawnAt());
    }
}

package se.mandat.web.promise;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.mandat.organisation.Directory;
import se.mandat.promise.GivePromise;
import se.mandat.promise.ListPromises;
import se.mandat.promise.WithdrawPromise;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.cases.Choices;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Stewards;
import se.mandat.web.platform.Typed;

/** Where stewards give and withdraw promises to customers. */
@Path("/steward/promises")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class PromisePages {

    @Inject
    private ListPromises listPromises;

    @Inject
    private GivePromise givePromise;

    @Inject
    private WithdrawPromise withdrawPromise;

    @Inject
    private Directory directory;

    @Inject
    private Choices choices;

    @Inject
    private Names names;

    @Inject
    private Refusals refusals;

    @Inject
    private Sending sending;

    @Inject
    private ErrorPages errorPages;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page promises() {
        Stewards.mayRead(request);
        return page(frame(), Typed.NOTHING, Mistakes.NONE, null);
    }

    @POST
    public Response give() {
        Stewards.mustAct(request);
        Typed typed = Typed.of(request);
        return carryOut(
                typed,
                "promise-given",
                () -> givePromise.handle(
                        new GivePromise.Command(typed.text("text"), typed.text("consequence"), typed.text("unit"))));
    }

    @POST
    @Path("{id}/withdrawal")
    public Response withdraw(@PathParam("id") String id) {
        Stewards.mustAct(request);
        return carryOut(Typed.NOTHING, "promise-withdrawn", () -> withdrawPromise.handle(id));
    }

    private Response carryOut(Typed typed, String done, Runnable command) {
        Sending.Sent sent = sending.send(request, () -> {
            command.run();
            return Response.seeOther(URI.create("/steward/promises?done=" + done))
                    .build();
        });
        if (sent.isDone()) {
            return sent.done();
        }
        MandatException refusal = sent.refusal();
        if (refusal == null || refusal.problem() == Problem.NOT_FOUND) {
            return Response.status(sent.problem().status())
                    .entity(errorPages.page(sent.problem(), request))
                    .build();
        }
        Frame frame = frame();
        boolean wrong = refusal.problem() == Problem.INVALID;
        return Response.status(sent.problem().status())
                .entity(page(
                        frame,
                        typed,
                        wrong ? refusals.mistakes(refusal, frame.t()) : Mistakes.NONE,
                        wrong ? null : refusals.sentence(refusal, frame.t())))
                .build();
    }

    private Frame frame() {
        return frames.frame(request, "steward");
    }

    private Page page(Frame frame, Typed typed, Mistakes mistakes, String refusal) {
        Map<Boolean, List<PromisesView.Row>> rows = listPromises.handle().stream()
                .collect(Collectors.partitioningBy(
                        ListPromises.View::isInForce, Collectors.mapping(this::row, Collectors.toList())));
        return Page.of(
                "steward/promises",
                "frame",
                frame,
                "promises",
                new PromisesView(
                        rows.get(true),
                        rows.get(false),
                        Stewards.mayAct(request),
                        choices.units(directory.now().root().path()),
                        typed,
                        mistakes,
                        refusal));
    }

    private PromisesView.Row row(ListPromises.View promise) {
        return new PromisesView.Row(
                promise.id(),
                promise.text(),
                promise.consequence(),
                names.unit(promise.unit()),
                names.person(promise.givenBy()),
                promise.givenAt(),
                names.person(promise.withdrawnBy()),
                promise.withdrawnAt());
    }
}

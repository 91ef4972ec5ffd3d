package se.mandat.web.absence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.organisation.ChangeAbsence;
import se.mandat.organisation.EndAbsence;
import se.mandat.organisation.NameAbsence;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Dates;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Typed;

/** One's own absence, and the forms of every list. */
@Path("/absence")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class AbsencePages {

    @Inject
    private NameAbsence nameAbsence;

    @Inject
    private ChangeAbsence changeAbsence;

    @Inject
    private EndAbsence endAbsence;

    @Inject
    private AbsenceScreen screen;

    @GET
    public Page mine() {
        return screen.mine();
    }

    @POST
    public Response name() {
        return screen.carryOut("new", "absence-named", typed -> {
            Days days = Days.of(typed);
            nameAbsence.handle(
                    new NameAbsence.Command(typed.text("person"), days.first(), days.last(), typed.text("substitute")));
        });
    }

    @POST
    @Path("{id}")
    public Response change(@PathParam("id") UUID id) {
        return screen.carryOut(id.toString(), "absence-changed", typed -> {
            Days days = Days.of(typed);
            changeAbsence.handle(new ChangeAbsence.Command(id, days.first(), days.last(), typed.text("substitute")));
        });
    }

    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") UUID id) {
        return screen.carryOut(id.toString(), "absence-ended", typed -> endAbsence.handle(id));
    }

    /** The days that were typed; null where none was. */
    private record Days(LocalDate first, LocalDate last) {

        static Days of(Typed typed) {
            List<FieldError> mistakes = new ArrayList<>();
            Days days = new Days(day(typed, "first", mistakes), day(typed, "last", mistakes));
            if (!mistakes.isEmpty()) {
                throw MandatException.invalid(mistakes);
            }
            return days;
        }

        private static LocalDate day(Typed typed, String field, List<FieldError> mistakes) {
            String text = typed.text(field);
            try {
                return text == null ? null : Dates.day(text);
            } catch (DateTimeException noDate) {
                mistakes.add(new FieldError(field, "mistake.date"));
                return null;
            }
        }
    }
}

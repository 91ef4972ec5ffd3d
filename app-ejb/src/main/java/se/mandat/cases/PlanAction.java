package se.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.Obligations;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Text;
import se.mandat.worktime.WorkingCalendar;

/** The owner says what will be done and by when, within the ceiling; it may be said anew. */
@Stateless
public class PlanAction {

    @Inject
    private CaseDesk desk;

    @Inject
    private Cases cases;

    @Inject
    private Obligations obligations;

    @Inject
    private Naming naming;

    @Inject
    private Beside beside;

    /**
     * @param dueOn the day in Stockholm by which it will be done: 17.00, or the ceiling's minute on the ceiling's day
     * @param contributors whose help is asked for from now on, or who get another day for what they owe already; null
     *     means nobody new
     */
    public record Command(
            String caseNumber,
            ReadVersion read,
            @Text(required = true) String what,
            @NotNull(message = "error.required") LocalDate dueOn,
            @Valid @Size(max = 100, message = "error.too-many") List<ContributorGiven> contributors) {}

    @RolesAllowed("employee")
    public void handle(Command command) {
        CaseDesk.Held held = desk.take(command.caseNumber(), command.read(), Right.ACTION, command);
        WorkingCalendar calendar = obligations.calendarOf(held.owed());
        Instant dueAt = dueAt(command.dueOn(), held.owed(), calendar);
        Case of = held.theCase();
        List<Naming.Contributor> asked = naming.contributors(command.contributors(), of.involvement(), "contributors");
        requireWithin(command.dueOn(), asked);
        of.plan(command.what(), command.dueOn(), dueAt);
        List<Matter> dated = ask(asked, held.person().username(), of);
        desk.keep(held);
        obligations.reschedule(held.owed(), dueAt, calendar);
        dated.forEach(one -> obligations.rescheduleContribution(of.number(), one.id(), one.dueOn()));
        obligations.keepContributionsWithinAction(of.number());
        beside.startContributions(of);
    }

    /**
     * Whoever sends the plan anew with the same contributors asks nobody twice, and may give them another day.
     *
     * @return those that have got another day
     */
    private static List<Matter> ask(List<Naming.Contributor> contributors, String by, Case of) {
        List<Matter> dated = new ArrayList<>();
        for (Naming.Contributor one : contributors) {
            Optional<Matter> asked = asked(one, of);
            if (asked.isEmpty()) {
                of.askContribution(by, one.person().username(), one.what(), one.dueOn());
            } else if (asked.get().isOpen()
                    && one.dueOn() != null
                    && !one.dueOn().equals(asked.get().dueOn())) {
                of.dateContribution(asked.get().id(), by, one.dueOn());
                dated.add(asked.get());
            }
        }
        return dated;
    }

    /** What this person was asked for before, and does, has done in this round or has passed on to a better one. */
    private static Optional<Matter> asked(Naming.Contributor contributor, Case of) {
        String person = contributor.person().username();
        return of.matters(MatterKind.CONTRIBUTION).stream()
                .filter(known -> known.isOpen() || known.state() == MatterState.GRANTED && known.round() == of.round())
                .filter(known -> known.text().equals(contributor.what()))
                .filter(known ->
                        known.person().equals(person) || known.declinedBy().contains(person))
                .findFirst();
    }

    private static void requireWithin(LocalDate dueOn, List<Naming.Contributor> asked) {
        for (int i = 0; i < asked.size(); i++) {
            LocalDate day = asked.get(i).dueOn();
            if (day != null && day.isAfter(dueOn)) {
                throw refuse("contributors[" + i + "].dueOn", "error.beyond-plan", dueOn);
            }
        }
    }

    private Instant dueAt(LocalDate dueOn, Obligation act, WorkingCalendar calendar) {
        LocalDate ceilingDay = act.ceilingAt().atZone(WorkingCalendar.ZONE).toLocalDate();
        if (dueOn.isAfter(ceilingDay)) {
            throw refuse("dueOn", "error.beyond-ceiling", ceilingDay);
        }
        Instant endOfDay = calendar.dueOn(dueOn);
        Instant dueAt = dueOn.equals(ceilingDay) ? act.ceilingAt() : endOfDay;
        if (!dueAt.isAfter(cases.now())) {
            LocalDate today = LocalDate.ofInstant(cases.now(), WorkingCalendar.ZONE);
            throw refuse("dueOn", "error.past", calendar.nextWorkingDay(today));
        }
        return dueAt;
    }

    private static MandatException refuse(String field, String key, LocalDate instead) {
        return MandatException.invalid(List.of(new FieldError(field, key, Map.of("date", instead.toString()))));
    }
}

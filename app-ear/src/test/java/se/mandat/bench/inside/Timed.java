package se.mandat.bench.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import se.mandat.cases.CompleteAction;
import se.mandat.cases.DecideCase;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.ListObligations;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.ReadVersion;
import se.mandat.cases.Verdict;
import se.mandat.cases.VoiceGiven;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.Outcome;

/** Calls use cases, each in a transaction of its own, and times them from the call to the end of the commit. */
@Stateless
@RunAs("employee")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Timed {

    private static final String RAISER = "sara";
    private static final String MANAGER = "karin";
    private static final int PAGE = 50;
    private static final long BEYOND_THE_MANDATE = 100_000;

    @Inject
    private Caller caller;

    @Inject
    private RaiseCase raiseCase;

    @Inject
    private DecideCase decideCase;

    @Inject
    private CompleteAction completeAction;

    @Inject
    private ListObligations listObligations;

    /** What can be timed. */
    public enum What {
        /** Raising a case that somebody else decides. */
        RAISE,
        /** Raising a case within one's own mandate. */
        RAISE_OWN,
        /** Deciding a case; the next step opens. */
        DECIDE,
        /** Completing the action; the next step opens. */
        COMPLETE,
        /** The first page of what a manager owes, which must be a whole one. */
        TO_DO,
        /** The same with all that they have ever owed. */
        EVER_OWED
    }

    /** The times of so many calls in nanoseconds. */
    public List<Long> times(What what, int calls) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Runnable call = prepare(what);
            long begin = System.nanoTime();
            call.run();
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    private Runnable prepare(What what) {
        return switch (what) {
            case RAISE -> this::raise;
            case RAISE_OWN -> this::raiseOwn;
            case DECIDE -> {
                String number = raise();
                caller.actAs(Actor.of(MANAGER));
                yield () -> decideCase.handle(new DecideCase.Command(
                        number, ReadVersion.ANY, Verdict.APPROVED, "Det är rimligt.", RAISER, null, null, null, null));
            }
            case COMPLETE -> {
                String number = raiseOwn();
                yield () -> completeAction.handle(
                        new CompleteAction.Command(number, ReadVersion.ANY, "Nu ringer vi upp samma dag."));
            }
            case TO_DO -> reading(ListObligations.Query.toDo(MANAGER, PAGE));
            case EVER_OWED -> reading(new ListObligations.Query(MANAGER, null, null, null, null, null, PAGE));
        };
    }

    /** @throws IllegalStateException when called, if it does not read a whole page: what is short is read fast */
    private Runnable reading(ListObligations.Query query) {
        caller.actAs(Actor.of(MANAGER));
        return () -> {
            int read = listObligations.handle(query).items().size();
            if (read != PAGE) {
                throw new IllegalStateException(read + " items on a page of " + PAGE);
            }
        };
    }

    private String raise() {
        return raise(BEYOND_THE_MANDATE, null);
    }

    /** Costs next to nothing, so that no ledger is emptied. */
    private String raiseOwn() {
        return raise(1, new DecisionGiven(RAISER, null, null, null));
    }

    private String raise(long cost, DecisionGiven decision) {
        caller.actAs(Actor.of(RAISER));
        return raiseCase.handle(new RaiseCase.Command(
                new VoiceGiven(
                        "Jag ringde tre gånger och fick tre olika svar.",
                        "Få veta när det blir klart",
                        Outcome.DETOUR,
                        null,
                        "telefon",
                        true,
                        null,
                        null),
                "Vi har ingen gemensam bild.",
                new ProposalGiven("En person svarar tills det är klart.", cost, true, null),
                decision,
                null,
                null,
                null));
    }
}

package se.mandat.web.obligation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.ObligationView;
import se.mandat.cases.Right;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ExtensionState;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ObligationState;

/**
 * An obligation as programs read it.
 *
 * @param caseNumber {@code case} in JSON
 * @param appoints what the one who is appointed will owe; null for every other kind
 * @param concerns what is to be decided; null when nothing is
 * @param matter the id of what it is about beside the main line, as in the case's {@code matters}; null on it
 * @param absent whether it is open and its debtor is away today
 * @param pausedUntil until when its clock stands still; null while it runs
 * @param escalations the rungs it has climbed
 * @param extensions the questions for more time
 * @param rights the names of the calls about its time that the reader may make now; empty in lists
 * @param next what happens when the debtor stays silent; null when it has ended
 * @param customerWords of the case's first voice
 */
public record ObligationAnswer(
        UUID id,
        @JsonProperty("case") String caseNumber,
        ObligationKind kind,
        ObligationKind appoints,
        DecisionConcern concerns,
        UUID matter,
        boolean leading,
        String debtor,
        String onBehalfOf,
        Instant openedAt,
        Instant opensAt,
        Instant dueAt,
        Instant ceilingAt,
        Instant remindAt,
        ObligationState state,
        Instant endedAt,
        int rung,
        boolean overdue,
        boolean absent,
        Instant pausedUntil,
        List<Escalation> escalations,
        List<Extension> extensions,
        List<String> rights,
        Next next,
        String customerWords,
        long version) {

    /**
     * A question for more time.
     *
     * @param dueAt the due time that was asked for
     * @param answeredBy null until somebody has answered, and when nobody did in time
     */
    public record Extension(
            UUID id,
            String askedBy,
            Instant askedAt,
            Instant dueAt,
            String reason,
            ExtensionState state,
            String answeredBy,
            Instant answeredAt,
            String answer) {

        static Extension of(ObligationView.Extended e) {
            return new Extension(
                    e.id(),
                    e.askedBy(),
                    e.askedAt(),
                    e.dueAt(),
                    e.reason(),
                    e.state(),
                    e.answeredBy(),
                    e.answeredAt(),
                    e.answer());
        }
    }

    /** One rung: from whom to whom, planned and done when. */
    public record Escalation(int rung, String from, String to, Instant plannedAt, Instant at) {}

    /**
     * The price of silence.
     *
     * @param who whoever gets it; null when nobody is above
     * @param what MOVES; LAPSES: the right is lost; STANDS: the proposal stands; GOES_ON: the work does; or BROKEN: it goes
     *     on the list of broken obligations
     */
    public record Next(String who, ObligationView.Silence what, Instant at) {}

    public static ObligationAnswer of(ObligationView view) {
        return new ObligationAnswer(
                view.id(),
                view.caseNumber(),
                view.kind(),
                view.appoints(),
                view.concerns(),
                view.matter(),
                view.leading(),
                view.debtor(),
                view.onBehalfOf(),
                view.openedAt(),
                view.opensAt(),
                view.dueAt(),
                view.ceilingAt(),
                view.remindAt(),
                view.state(),
                view.endedAt(),
                view.rung(),
                view.overdue(),
                view.absent(),
                view.pausedUntil(),
                view.escalations().stream()
                        .map(rung -> new Escalation(rung.rung(), rung.from(), rung.to(), rung.plannedAt(), rung.at()))
                        .toList(),
                view.extensions().stream().map(Extension::of).toList(),
                view.rights().stream().map(Right::call).sorted().toList(),
                view.next() == null
                        ? null
                        : new Next(
                                view.next().who(),
                                view.next().what(),
                                view.next().at()),
                view.customerWords(),
                view.version());
    }
}

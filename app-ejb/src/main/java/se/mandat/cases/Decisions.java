package se.mandat.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;

/** What the mandate has answered about a case, and what has been decided about it, each in order. */
@Embeddable
class Decisions {

    @Enumerated(EnumType.STRING)
    private Route route;

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<MandateAnswer> mandates = new ArrayList<>();

    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Decision> decisions = new ArrayList<>();

    void answered(Case of, Mandates.Answer answer, Instant now) {
        route = answer.route();
        mandates.add(new MandateAnswer(UUID.randomUUID(), of, mandates.size(), answer, now));
    }

    void decided(Case of, DecidingEvent.Decided decided, Instant now) {
        decisions.add(new Decision(UUID.randomUUID(), of, decisions.size(), decided, now));
    }

    /** What was charged has been given back. */
    void restore() {
        decisions.stream().filter(decision -> decision.charged() > 0).forEach(Decision::restore);
    }

    Route route() {
        return route;
    }

    List<MandateAnswer> mandates() {
        return List.copyOf(mandates);
    }

    List<Decision> all() {
        return List.copyOf(decisions);
    }

    Optional<Decision> last() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    /** Whoever has decided anything, each once. */
    List<String> deciders() {
        return decisions.stream()
                .map(Decision::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The first with a charge that was not given back yet. */
    Optional<Decision> charged() {
        return decisions.stream()
                .filter(decision -> decision.charged() > 0 && !decision.restored())
                .findFirst();
    }

    /** Whether it has been decided not to do it; an appeal of an amendment that is turned down decides nothing new. */
    boolean isRejected() {
        return decisions.stream()
                .filter(decision -> decision.concerns() != DecisionConcern.AMENDMENT_APPEAL)
                .reduce((first, last) -> last)
                .filter(decision -> decision.verdict() == Verdict.REJECTED)
                .isPresent();
    }

    /** The last amendment, if whatever was decided since has left it as it is. */
    Optional<Decision> amendment() {
        return decisions.stream()
                .filter(decision -> decision.verdict() != Verdict.APPROVED)
                .reduce((first, last) -> last)
                .filter(decision -> decision.verdict() == Verdict.AMENDED);
    }

    /** The last amendment that was decided no later than this moment. */
    Optional<Decision> amendmentUntil(Instant moment) {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.AMENDED)
                .filter(decision -> !decision.at().isAfter(moment))
                .reduce((first, last) -> last);
    }
}

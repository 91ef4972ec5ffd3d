package se.mandat.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.mandat.obligation.Obligation;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;

/**
 * What one person may do with one case now. The use cases assert it and the page shows it, so that both always say the
 * same. The right to act follows the debt, not a role.
 */
public final class CaseRights {

    private final Case of;
    private final List<Obligation> obligations;
    private final Person person;
    private final Organisation organisation;

    CaseRights(Case of, List<Obligation> obligations, Person person, Organisation organisation) {
        this.of = of;
        this.obligations = obligations;
        this.person = person;
        this.organisation = organisation;
    }

    /** Every right the person has now. */
    public Set<Right> granted() {
        return Arrays.stream(Right.values()).filter(this::grants).collect(Collectors.toUnmodifiableSet());
    }

    boolean grants(Right right) {
        return switch (right) {
            case CONTACT -> of.voices().stream().anyMatch(CustomerVoice::hasContact) && mayOpenContact();
            case ACKNOWLEDGEMENT -> awaitsAcknowledgement() && isAcknowledger();
            default -> !person.isAuditor() && owed(right).filter(this::isDebtor).isPresent();
        };
    }

    /**
     * The obligation that the right pays.
     *
     * @throws MandatException when it is somebody else's (who is named), or when it is not owed now
     */
    Obligation require(Right right) {
        Obligation owed = owed(right).orElseThrow(() -> notNow(right));
        if (!isDebtor(owed)) {
            throw new MandatException(
                    Problem.NOT_YOUR_RIGHT,
                    "problem.not-your-right." + right.name(),
                    Map.of("who", owed.debtor(), "case", of.number()));
        }
        return owed;
    }

    /** @throws MandatException unless the person raised the case, did not review it, and it has closed just once */
    void requireAcknowledgement() {
        if (!isAcknowledger()) {
            throw new MandatException(
                    Problem.NOT_YOUR_RIGHT,
                    "problem.not-your-right.ACKNOWLEDGEMENT",
                    Map.of("who", of.raisedBy(), "case", of.number()));
        }
        if (!awaitsAcknowledgement()) {
            throw notNow(Right.ACKNOWLEDGEMENT);
        }
    }

    /** Those who have to do with the case, the managers above them, and auditors. */
    boolean mayOpenContact() {
        if (person.isAuditor()) {
            return true;
        }
        Set<String> parties = parties();
        return parties.contains(person.username())
                || parties.stream()
                        .flatMap(party -> organisation.person(party).stream())
                        .flatMap(party -> organisation.above(party).stream())
                        .anyMatch(person::equals);
    }

    private Set<String> parties() {
        Set<String> parties = new HashSet<>(of.involvement().owners());
        parties.addAll(of.involvement().contributors());
        parties.add(of.raisedBy());
        obligations.stream().map(Obligation::debtor).forEach(parties::add);
        of.decisions().stream().map(Decision::by).filter(Objects::nonNull).forEach(parties::add);
        return parties;
    }

    private boolean isAcknowledger() {
        return !person.isAuditor()
                && person.username().equals(of.raisedBy())
                && of.reviews().stream()
                        .reduce((first, last) -> last)
                        .map(EffectReview::by)
                        .filter(of.raisedBy()::equals)
                        .isEmpty();
    }

    private boolean awaitsAcknowledgement() {
        return of.stage() == CaseStage.CLOSED && of.acknowledgedAt() == null;
    }

    private Optional<Obligation> owed(Right right) {
        return obligations.stream()
                .filter(Obligation::isOpen)
                .filter(obligation -> obligation.kind() == right.pays())
                .findFirst();
    }

    private boolean isDebtor(Obligation obligation) {
        return obligation.debtor().equals(person.username());
    }

    private MandatException notNow(Right right) {
        return new MandatException(
                Problem.NOT_NOW,
                "problem.not-now." + right.name(),
                Map.of("stage", of.stage().name(), "case", of.number()));
    }
}

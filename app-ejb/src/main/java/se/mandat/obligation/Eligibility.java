package se.mandat.obligation;

import se.mandat.organisation.Person;

/** Who may hold a debt. One function decides wherever a debt goes. */
public final class Eligibility {

    private Eligibility() {}

    /**
     * Whether {@code person} may owe {@code kind} on a case with this involvement:
     * active, no auditor; no decision by the raiser; no review by whoever has owned the case or contributed in this
     * round.
     */
    public static boolean mayHold(ObligationKind kind, Person person, Involvement involvement) {
        if (!person.active() || person.isAuditor()) {
            return false;
        }
        String name = person.username();
        return switch (kind) {
            case DECIDE -> !name.equals(involvement.raiser());
            case REVIEW_EFFECT ->
                !involvement.owners().contains(name)
                        && !involvement.contributors().contains(name);
            case RESPOND, APPOINT, ACCEPT_OWNERSHIP, ACT, CONTRIBUTE, ANSWER -> true;
        };
    }
}

package se.mandat.cases;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import se.mandat.obligation.DecisionConcern;

/** Who must know of a decision: the raiser, whoever objected, and those whose work it stops or changes. */
final class ToldOfDecision {

    private ToldOfDecision() {}

    /**
     * To be asked before it is decided.
     *
     * @param matter the appeal or objection that is decided; null for every other decision
     * @param owner whom the decision names; null when it names nobody
     */
    static Set<String> of(Case of, DecisionConcern concerns, UUID matter, Verdict verdict, String owner) {
        Set<String> told = new HashSet<>(Set.of(of.raisedBy()));
        switch (concerns) {
            case PROPOSAL, APPEAL -> {}
            case AMENDMENT_APPEAL -> {
                if (verdict != Verdict.REJECTED) {
                    told.add(of.owner());
                }
            }
            case OBJECTION -> {
                told.add(of.matter(matter).begunBy());
                told.addAll(changedBy(verdict, of));
            }
            case FAILED_REVIEWS, STEP -> told.addAll(changedBy(verdict, of));
        }
        if (owner != null && of.ownerAccepted() && !owner.equals(of.owner())) {
            told.add(of.owner());
            of.openMatter(MatterKind.HANDOVER).map(Matter::person).ifPresent(told::add);
        }
        return told;
    }

    private static Set<String> changedBy(Verdict verdict, Case of) {
        return verdict == Verdict.APPROVED ? Set.of() : of.atWork();
    }
}

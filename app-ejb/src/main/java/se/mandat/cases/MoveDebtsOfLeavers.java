package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationEvent.Cause;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.DirectoryRead;

/**
 * Whoever can hold nothing more, loses what they owe to the next eligible up, in the same reading of the directory that
 * found it out, also what somebody else holds in their place. When ACT or the question of ownership moves, ownership
 * moves with it.
 */
@ApplicationScoped
public class MoveDebtsOfLeavers {

    @Inject
    private Cases cases;

    @Inject
    private Debtors debtors;

    @Inject
    private Obligations obligations;

    @Inject
    private MoveDebt moveDebt;

    void on(@Observes DirectoryRead read) {
        if (!read.left().isEmpty()) {
            obligations.casesOwedBy(read.left()).forEach(number -> moveAll(number, read.left()));
        }
    }

    /** What is owed is read when the case is held, and not as it stood before somebody else's command. */
    private void moveAll(String number, Set<String> left) {
        Case of = cases.hold(number);
        List<Obligation> owed = obligations.of(number).stream()
                .filter(one -> left.contains(one.debtor()) || left.contains(one.whose()))
                .toList();
        owed.forEach(obligation -> move(of, obligation, left));
    }

    /** Who stood in for somebody else leaves it to whoever does so now, or to those for whom they did. */
    private void move(Case of, Obligation obligation, Set<String> left) {
        if (obligation.isOpen()) {
            moveDebt.move(
                    of,
                    obligation,
                    left.contains(obligation.whose())
                            ? debtors.after(obligation.whose(), obligation.kind(), obligation.concerns(), of)
                            : debtors.now(obligation, of),
                    Cause.LEFT);
        }
    }
}

package se.mandat.obligation;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The obligations of the cases that this transaction has in hand, so that each case is asked for once. */
@TransactionScoped
class HeldObligations implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<Obligation>> byCase = new HashMap<>();

    List<Obligation> of(String caseNumber, Function<String, List<Obligation>> load) {
        return byCase.computeIfAbsent(caseNumber, number -> new ArrayList<>(load.apply(number)));
    }

    void opened(Obligation obligation) {
        List<Obligation> known = byCase.get(obligation.caseNumber());
        if (known != null) {
            known.add(obligation);
        }
    }
}

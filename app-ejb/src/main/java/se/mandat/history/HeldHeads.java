package se.mandat.history;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The heads that this transaction has locked, so that each is locked once and not for every entry. */
@TransactionScoped
class HeldHeads implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, HistoryHead> heads = new HashMap<>();

    HistoryHead of(String subject, Function<String, HistoryHead> lock) {
        return heads.computeIfAbsent(subject, lock);
    }
}

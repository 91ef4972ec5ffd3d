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

    private final transient Map<String, Head> heads = new HashMap<>();

    Head of(String subject, Function<String, Head> lock) {
        return heads.computeIfAbsent(subject, lock);
    }

    void moveTo(Link link) {
        heads.put(link.subject(), link.head());
    }
}

package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who is accountable for a case, or asked to be, and everybody who ever was. */
@Embeddable
class Ownership {

    private String owner;

    @Column(name = "owner_accepted")
    private boolean ownerAccepted;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "owned_by")
    private List<String> ownedBy = List.of();

    String owner() {
        return owner;
    }

    boolean accepted() {
        return ownerAccepted;
    }

    boolean isOwnedBy(String person) {
        return ownerAccepted && person.equals(owner);
    }

    List<String> ownedBy() {
        return ownedBy;
    }

    void name(String person, boolean accepted) {
        owner = person;
        ownerAccepted = accepted;
        if (accepted && !ownedBy.contains(person)) {
            List<String> owners = new ArrayList<>(ownedBy);
            owners.add(person);
            ownedBy = owners;
        }
    }
}

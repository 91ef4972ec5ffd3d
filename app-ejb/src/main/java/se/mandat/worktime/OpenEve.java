package se.mandat.worktime;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** An eve on which a unit, and everything under it, is open; a closing day of any of them counts nevertheless. */
@Entity
@Table(name = "open_eve")
class OpenEve extends UnitDay {

    protected OpenEve() {}

    OpenEve(UUID id, String unitPath, LocalDate day, String reason) {
        super(id, unitPath, day, reason);
    }
}

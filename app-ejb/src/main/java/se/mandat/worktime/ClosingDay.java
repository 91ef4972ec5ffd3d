package se.mandat.worktime;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A day on which a unit, and everything under it, is closed besides weekends, holidays and eves. */
@Entity
@Table(name = "closing_day")
class ClosingDay extends UnitDay {

    protected ClosingDay() {}

    ClosingDay(UUID id, String unitPath, LocalDate day, String reason) {
        super(id, unitPath, day, reason);
    }
}

package se.mandat.worktime;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A day that is not for a unit, and everything under it, what it is for the organisation. */
@MappedSuperclass
abstract class UnitDay {

    @Id
    private UUID id;

    @Column(name = "unit_path", nullable = false)
    private String unitPath;

    @Column(nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    private String reason;

    protected UnitDay() {}

    UnitDay(UUID id, String unitPath, LocalDate day, String reason) {
        this.id = Objects.requireNonNull(id, "id");
        this.unitPath = Objects.requireNonNull(unitPath, "unitPath");
        this.day = Objects.requireNonNull(day, "day");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    UUID id() {
        return id;
    }

    String unitPath() {
        return unitPath;
    }

    LocalDate day() {
        return day;
    }

    String reason() {
        return reason;
    }
}

package se.mandat.worktime;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A day on which a unit, and everything under it, is closed besides weekends and holidays. */
@Entity
@Table(name = "closing_day")
public class ClosingDay {

    @Id
    private UUID id;

    @Column(name = "unit_path", nullable = false)
    private String unitPath;

    @Column(nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    private String reason;

    protected ClosingDay() {}

    ClosingDay(UUID id, String unitPath, LocalDate day, String reason) {
        this.id = Objects.requireNonNull(id, "id");
        this.unitPath = Objects.requireNonNull(unitPath, "unitPath");
        this.day = Objects.requireNonNull(day, "day");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public UUID id() {
        return id;
    }

    public String unitPath() {
        return unitPath;
    }

    public LocalDate day() {
        return day;
    }

    public String reason() {
        return reason;
    }
}

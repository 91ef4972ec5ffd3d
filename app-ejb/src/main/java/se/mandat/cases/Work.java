package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is planned and done in the present round of a case. */
@Embeddable
class Work {

    private int round;

    private String plan;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    private String completion;

    @Column(name = "completed_at")
    private Instant completedAt;

    /** How many customers had spoken by then; null until then. */
    @Column(name = "voices_at_completion")
    private Integer voicesAtCompletion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "contributed_by")
    private List<String> contributedBy = List.of();

    void startRound(int number) {
        round = number;
        plan = null;
        plannedOn = null;
        completion = null;
        completedAt = null;
        voicesAtCompletion = null;
        contributedBy = List.of();
    }

    void plan(String what, LocalDate dueOn) {
        plan = what;
        plannedOn = dueOn;
    }

    void contributed(String person) {
        if (!contributedBy.contains(person)) {
            List<String> contributors = new ArrayList<>(contributedBy);
            contributors.add(person);
            contributedBy = contributors;
        }
    }

    void complete(String text, Instant at, int voices) {
        completion = text;
        completedAt = at;
        voicesAtCompletion = voices;
    }

    int round() {
        return round;
    }

    String plan() {
        return plan;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    String completion() {
        return completion;
    }

    Instant completedAt() {
        return completedAt;
    }

    /** How many customers had spoken when the action was completed; null until it is. */
    Integer voicesAtCompletion() {
        return voicesAtCompletion;
    }

    List<String> contributedBy() {
        return contributedBy;
    }
}

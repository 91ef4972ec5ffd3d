package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The trace that somebody opened a customer's contact details, or tried to. */
@Entity
@Table(name = "contact_reading")
class ContactReading {

    @Id
    private UUID id;

    private UUID voice;

    @Column(name = "case_number")
    private String caseNumber;

    @Column(name = "read_by")
    private String by;

    @Column(name = "read_at")
    private Instant at;

    private boolean allowed;

    protected ContactReading() {}

    ContactReading(UUID voice, String caseNumber, String by, Instant at, boolean allowed) {
        this.id = UUID.randomUUID();
        this.voice = voice;
        this.caseNumber = caseNumber;
        this.by = by;
        this.at = at;
        this.allowed = allowed;
    }

    String by() {
        return by;
    }

    Instant at() {
        return at;
    }

    boolean allowed() {
        return allowed;
    }
}

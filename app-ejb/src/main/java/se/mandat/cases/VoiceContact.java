package se.mandat.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How to reach one customer. */
@Entity
@Table(name = "voice_contact")
class VoiceContact {

    @Id
    private UUID voice;

    @Column(name = "case_number", updatable = false)
    private String caseNumber;

    private String contact;

    protected VoiceContact() {}

    VoiceContact(UUID voice, String caseNumber, String contact) {
        this.voice = voice;
        this.caseNumber = caseNumber;
        this.contact = contact;
    }

    String contact() {
        return contact;
    }
}

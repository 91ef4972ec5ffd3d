package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Customers' contact details, apart from their cases. */
@ApplicationScoped
class Contacts {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    /** Keeps how to reach the customer of the case's newest voice; nothing when that was not told. */
    void keep(Case of, String contact) {
        if (contact != null && !contact.isBlank()) {
            entityManager.persist(new VoiceContact(of.voices().getLast().id(), of.number(), contact));
        }
    }

    /** A voice that was taken over keeps its contact details. */
    void copy(UUID from, UUID to, Case of) {
        of(from).ifPresent(contact -> entityManager.persist(new VoiceContact(to, of.number(), contact)));
    }

    Optional<String> of(UUID voice) {
        return Optional.ofNullable(entityManager.find(VoiceContact.class, voice))
                .map(VoiceContact::contact);
    }
}

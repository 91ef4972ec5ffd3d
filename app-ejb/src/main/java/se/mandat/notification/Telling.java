package se.mandat.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.mandat.shared.Actor;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.DomainEvents.Announced;
import se.mandat.shared.DomainEvents.Happened;

/**
 * Tells each person concerned once for each command: what happened first says it, and whoever did it is not told. A
 * message that cannot be written undoes the command.
 */
@ApplicationScoped
public class Telling {

    private static final Object TOLD = new Object();

    /** Kept: the static methods of {@code Json} look for a provider at every call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    void on(@Observes Happened happened) {
        tell(happened.event(), happened.actor(), happened.at());
    }

    void on(@Observes Announced announced) {
        tell(announced.event(), announced.actor(), announced.at());
    }

    private void tell(DomainEvent event, Actor actor, Instant at) {
        String caseNumber = event.subject();
        for (String person : event.tells()) {
            if (!person.equals(actor.username()) && told().add(person + " " + caseNumber)) {
                entityManager.persist(new OutboxMessage(
                        person,
                        caseNumber,
                        event.type(),
                        JSON.createObjectBuilder(event.facts()).build().toString(),
                        actor.username(),
                        actor.onBehalfOf(),
                        at));
            }
        }
    }

    /** Who has been told about which case in this transaction. */
    @SuppressWarnings("unchecked")
    private Set<String> told() {
        Set<String> told = (Set<String>) transaction.getResource(TOLD);
        if (told == null) {
            told = new HashSet<>();
            transaction.putResource(TOLD, told);
        }
        return told;
    }
}

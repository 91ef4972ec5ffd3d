package se.mandat.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Hands what has happened to those who must know of it, in the transaction of the command. An observer that fails
 * undoes the command: no event, no change.
 */
@ApplicationScoped
public class DomainEvents {

    /** An event with who did it and when; microseconds, as the database keeps them. */
    public record Happened(DomainEvent event, Actor actor, Instant at) {}

    /** What people are told and no history has: of what stands there one by one already. */
    public record Announced(DomainEvent event, Actor actor, Instant at) {}

    @Inject
    private Event<Happened> bus;

    @Inject
    private Event<Announced> announcements;

    @Inject
    private Clock clock;

    @Inject
    private Caller caller;

    /** Publishes these events in order, done by the caller now. */
    public void publish(List<? extends DomainEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Actor actor = caller.actor();
        events.forEach(event -> bus.fire(new Happened(event, actor, now)));
    }

    /** Tells those whom these events name, and leaves nothing in any history. */
    public void announce(List<? extends DomainEvent> events) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Actor actor = caller.actor();
        events.forEach(event -> announcements.fire(new Announced(event, actor, now)));
    }
}

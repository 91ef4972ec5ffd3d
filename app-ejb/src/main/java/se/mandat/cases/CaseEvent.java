package se.mandat.cases;

import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;

/** What can happen to a case. The names and versions of {@link #type()} are kept for as long as there is a history. */
public sealed interface CaseEvent extends DomainEvent
        permits RaisingEvent, DecidingEvent, OwningEvent, ActingEvent, EndingEvent, TalkingEvent {

    /** Adds what a proposal costs and whether it can be undone; its words are a free text. */
    static Facts proposalFacts(Facts facts, Proposal proposal) {
        return proposal == null ? facts : facts.with("cost", proposal.cost()).with("reversible", proposal.reversible());
    }
}

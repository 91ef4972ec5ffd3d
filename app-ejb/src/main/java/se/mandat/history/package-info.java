/**
 * What happened, so that nobody can say later that it was otherwise. Each subject (a case) has a chain of its own of
 * hashed entries; the free texts stand beside it, as salted digests in the chain, and can be erased without breaking
 * it. Knows events only as {@link se.mandat.shared.DomainEvent}.
 */
package se.mandat.history;

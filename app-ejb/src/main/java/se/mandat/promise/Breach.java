package se.mandat.promise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * That a promise was broken: what was promised and what follows, in the words of that time. Whatever becomes of the
 * promise, a breach stays what it was.
 *
 * @param promise the promise's id
 * @param promised what customers had been promised
 * @param consequence what follows
 */
@Embeddable
public record Breach(
        @Column(name = "breach_of", updatable = false) String promise,
        @Column(name = "breach_promised", updatable = false) String promised,
        @Column(name = "breach_consequence", updatable = false) String consequence) {}

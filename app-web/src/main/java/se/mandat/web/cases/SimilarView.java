package se.mandat.web.cases;

import java.time.Instant;

/**
 * An open case like what is being written.
 *
 * @param quote the beginning of the customer's words
 * @param unit the lead unit's name
 */
public record SimilarView(String number, String quote, String stage, String unit, Instant raisedAt) {}

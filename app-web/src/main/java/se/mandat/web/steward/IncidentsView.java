package se.mandat.web.steward;

import java.util.List;
import se.mandat.cases.Incident;

/**
 * What has failed.
 *
 * @param mayRetry false for auditors
 */
public record IncidentsView(List<Incident> incidents, boolean mayRetry) {}

package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.mandat.cases.ListCases;
import se.mandat.web.platform.Names;

/** Writes cases out as lists show them. */
@ApplicationScoped
class CaseRows {

    @Inject
    private Names names;

    CasesView.Row of(ListCases.Row row) {
        return new CasesView.Row(
                row.number(),
                row.words(),
                row.goal(),
                row.stage().name(),
                row.closedAs() == null ? null : row.closedAs().name(),
                row.severity().name(),
                names.unit(row.unit()),
                names.person(row.owner()),
                row.raisedAt(),
                names.person(row.raisedBy()),
                names.person(row.debtor()),
                row.owed() == null ? null : row.owed().name(),
                row.dueAt(),
                row.overdue());
    }
}

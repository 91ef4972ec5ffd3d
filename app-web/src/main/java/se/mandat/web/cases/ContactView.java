package se.mandat.web.cases;

/** A customer's contact details, opened; that they were is in the history. */
public record ContactView(String caseNumber, String quote, String contact) {}

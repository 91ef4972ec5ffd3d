package se.mandat.mandate;

/**
 * What {@code mandate.dmn} answered.
 *
 * @param rule the number of the row that matched
 * @param reasonSv the row's words to the raiser, in Swedish
 * @param reasonEn the same in English
 * @param table the decision's id
 * @param version the deployed version of the table that answered
 */
public record MandateRuling(Route route, int rule, String reasonSv, String reasonEn, String table, int version) {}

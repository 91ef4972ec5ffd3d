package se.mandat.web.platform;

/**
 * Something went wrong, and what the reader can do about it.
 *
 * @param kind the last part of the keys {@code error.<kind>.title}, {@code .text} and {@code .act}: {@code not-found},
 *     {@code forbidden}, {@code conflict}, {@code signed-out}, {@code provider}, {@code busy}, {@code too-many},
 *     {@code unavailable}, {@code broken}
 * @param detail a sentence about this very refusal, or null
 * @param reference what to quote to the one who runs Mandat, or null
 * @param address where the main button leads
 * @param unsent the form that was not carried out, which the main button then sends again; or null
 */
public record ErrorView(String kind, String detail, String reference, String address, Unsent unsent) {}

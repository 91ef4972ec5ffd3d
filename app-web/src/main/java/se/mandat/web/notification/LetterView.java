package se.mandat.web.notification;

import gg.jte.Content;
import java.util.List;

/**
 * A letter as it is read.
 *
 * @param urgent whether a customer came to harm
 * @param sections one for each case
 * @param more a sentence about the cases that are not written out, or null
 * @param home the address of To do
 * @param settings the address where its reader chooses when to be mailed
 */
public record LetterView(
        String subject,
        boolean urgent,
        String greeting,
        String lead,
        List<Section> sections,
        String more,
        String home,
        String settings) {

    /**
     * What there is to tell about one case.
     *
     * @param quote the customer's words; null when the voice is protected
     * @param goal what the customer wanted; null as the quote is
     * @param address where the reader can act
     * @param verb what the reader does there
     */
    public record Section(
            String caseNumber,
            String quote,
            String goal,
            boolean harmed,
            List<Duty> duties,
            List<Line> lines,
            String address,
            String verb) {}

    /**
     * Something that the reader owes.
     *
     * @param what a verb and what it is done to
     * @param when by when, as a sentence
     * @param otherwise what comes of silence; null where nothing does, since it has ended or its clock stands still
     */
    public record Duty(String what, String when, boolean late, Sentence otherwise) {}

    /**
     * Something that has happened, and when.
     *
     * @param otherwise what comes of silence, where somebody is told that somebody else is silent; else null
     */
    public record Line(String when, Sentence sentence, Sentence otherwise) {}

    /** The same sentence twice: for a page, and as plain text. */
    public record Sentence(Content html, String text) {}
}

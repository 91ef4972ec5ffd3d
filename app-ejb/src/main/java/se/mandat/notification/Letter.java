package se.mandat.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What one mail tells one person, case by case.
 *
 * @param messageId the same however often it is sent, {@code <…@mandat.example>}
 * @param name of the recipient
 * @param address where mail reaches them
 * @param urgent whether a customer came to harm and it could not wait
 * @param more how many cases more there is something to tell about, beyond those that are written out
 */
public record Letter(
        String messageId, String name, String address, Locale language, boolean urgent, List<About> cases, int more) {

    /**
     * What is told about one case.
     *
     * @param words the customer's; null when the voice is protected, of which nothing ever goes into mail
     * @param goal what the customer wanted; null as the words are
     * @param harmed whether a customer came to harm
     * @param owed what the recipient owes the case, the most urgent first
     * @param told what has happened, in order
     */
    public record About(
            String caseNumber, String words, String goal, boolean harmed, List<Owed> owed, List<Told> told) {}

    /**
     * Something that the recipient owes.
     *
     * @param concerns what a decision is about, {@code OBJECTION}; null for anything but a decision
     * @param beside whether it belongs to something begun beside the main line
     * @param opensAt from when it can be met; null when it can already
     * @param onBehalfOf the user name of the absent person whose debt it is, or null
     */
    public record Owed(
            UUID obligation,
            String kind,
            String concerns,
            boolean beside,
            Instant opensAt,
            Instant dueAt,
            String onBehalfOf) {}

    /**
     * Something that has happened.
     *
     * @param kind the type of the event, {@code case.decided.v1}
     * @param facts its facts as JSON
     * @param by the user name of who did it
     * @param onBehalfOf the user name of the absent person in whose place they did; null for what was their own to do
     */
    public record Told(String kind, String facts, String by, String onBehalfOf, Instant at) {}
}

package se.mandat.web.cases;

/**
 * The mandate's answer to what is being raised: who may decide, by which rule, and what is left of one's own mandate.
 *
 * @param route {@code OWN}, {@code MANAGER}, {@code JOINT} or {@code EXECUTIVE}
 * @param rule the number of the rule in the mandate table
 * @param reason the rule in plain words, in the reader's language
 * @param decider the name of the one who decides; the reader's own on OWN; null when somebody must be appointed first
 * @param deciderTitle what the decider manages, {@code chef Kundservice}, or null
 * @param left kronor left of the reader's mandate this quarter
 * @param limit kronor of the reader's mandate a quarter
 * @param changed whether this is another answer than the one that was sent along
 */
public record MandateView(
        String route,
        int rule,
        String reason,
        String decider,
        String deciderTitle,
        Long left,
        Long limit,
        boolean changed) {

    public boolean own() {
        return "OWN".equals(route);
    }
}

package se.mandat.web.cases;

import java.util.List;
import java.util.Map;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Typed;

/**
 * The forms of a case page: what they offer to choose from, and, when one was sent and refused, what was typed and why.
 *
 * @param sent the call whose form was sent, as in {@link CaseSheet#may}, or null
 * @param begun what is filled in before anybody has typed, by call
 * @param conflict whether somebody else changed the case meanwhile
 * @param refusal a sentence when the command is no longer possible, or null
 * @param since what happened to the case after the page was read
 * @param written what was typed, when its form is no longer there to show it
 * @param defaultOwner the name of the one who owns it when nobody else is chosen, or null
 * @param appoints what the one who is appointed will owe, or null when nobody has to be appointed
 * @param waits whether the effect can only be found missing yet
 */
public record CaseForms(
        String sent,
        Typed typed,
        Map<String, Typed> begun,
        Mistakes mistakes,
        boolean conflict,
        String refusal,
        List<CaseSheet.HistoryLine> since,
        List<Written> written,
        List<Choice> people,
        List<Choice> units,
        String defaultOwner,
        String appoints,
        boolean waits) {

    /** A text that was typed and could not be taken. */
    public record Written(String label, String value) {}

    public Typed typed(String call) {
        return call.equals(sent) ? typed : begun.getOrDefault(call, Typed.NOTHING);
    }

    public Mistakes mistakes(String call) {
        return call.equals(sent) ? mistakes : Mistakes.NONE;
    }

    public boolean open(String call) {
        return call.equals(sent);
    }

    /** Whether one of these was sent and refused. */
    public boolean openAny(List<String> calls) {
        return sent != null && calls.contains(sent);
    }

    /** What the ids of a form's fields begin with, so that several forms can stand on one page. */
    public static String prefix(String call) {
        return switch (call) {
            case "effect-review" -> "review-";
            case "action/completion" -> "completion-";
            default -> call.replace('/', '-') + "-";
        };
    }

    /** The same for the form that was sent; empty when none was. */
    public String sentPrefix() {
        return sent == null ? "" : prefix(sent);
    }
}

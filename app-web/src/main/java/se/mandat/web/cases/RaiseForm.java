package se.mandat.web.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.mandat.cases.CheckMandate;
import se.mandat.cases.ContributorGiven;
import se.mandat.cases.DecisionGiven;
import se.mandat.cases.ProposalGiven;
import se.mandat.cases.RaiseCase;
import se.mandat.cases.VoiceGiven;
import se.mandat.mandate.Route;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Outcome;
import se.mandat.web.platform.Dates;
import se.mandat.web.platform.Typed;

/** What the form for raising a case means: from what was typed to a command, and from a draft back to what was typed. */
final class RaiseForm {

    private static final int MOST_DIGITS = 15;

    private final Typed typed;
    private final String ownUnit;
    private final String leadManager;
    private final List<FieldError> mistakes = new ArrayList<>();

    /**
     * @param ownUnit path of the unit of whoever writes
     * @param leadManager user name of the lead unit's manager, or null
     */
    RaiseForm(Typed typed, String ownUnit, String leadManager) {
        this.typed = typed;
        this.ownUnit = ownUnit;
        this.leadManager = leadManager;
    }

    /**
     * What was typed, as a command.
     *
     * @throws MandatException naming each field that holds no number, date or answer where there should be one
     */
    RaiseCase.Command command() {
        RaiseCase.Command command = new RaiseCase.Command(
                TellingForms.voice(typed, mistakes),
                typed.text("reading"),
                proposal(),
                decision(),
                choice("expectedRoute", Route.class),
                typed.text("recurrenceOf"),
                typed.text("promise"));
        refuseMistakes();
        return command;
    }

    /** What is typed so far, as a question to the mandate; null while it is not said how it went for the customer. */
    CheckMandate.Question question() {
        Outcome outcome = choice("customerVoice.outcome", Outcome.class);
        ProposalGiven proposal = proposal();
        refuseMistakes();
        return outcome == null
                ? null
                : new CheckMandate.Question(
                        outcome,
                        proposal == null
                                ? null
                                : new CheckMandate.Sketch(
                                        proposal.text(), proposal.cost(), proposal.reversible(), proposal.units()),
                        chosenContributors());
    }

    private List<CheckMandate.ContributorSketch> chosenContributors() {
        List<ContributorGiven> written = contributors();
        return written == null
                ? null
                : written.stream()
                        .filter(row -> row.to() != null)
                        .map(row -> new CheckMandate.ContributorSketch(row.to(), row.what(), row.dueOn()))
                        .toList();
    }

    /** The touched units, the lead unit first. */
    static List<String> units(Typed typed) {
        return Stream.concat(typed.all("leadUnit").stream(), typed.all("moreUnits").stream())
                .distinct()
                .toList();
    }

    private ProposalGiven proposal() {
        List<String> units = units(typed);
        boolean elsewhere = !units.isEmpty() && !units.equals(List.of(ownUnit == null ? "" : ownUnit));
        boolean proposes = typed.has("proposal.text")
                || typed.has("proposal.cost")
                || typed.has("proposal.reversible")
                || elsewhere;
        return proposes
                ? new ProposalGiven(
                        typed.text("proposal.text"),
                        kronor(typed, "proposal.cost", mistakes),
                        yesOrNo(typed, "proposal.reversible"),
                        units.isEmpty() ? null : units)
                : null;
    }

    /** Nothing said by somebody who could have chosen to do it themself means that they do. */
    private DecisionGiven decision() {
        String owner =
                switch (typed.get("who")) {
                    case "me" -> typed.text("me");
                    case "manager" -> leadManager;
                    case "other" -> typed.text("decision.owner");
                    default -> null;
                };
        if (typed.is("who", "other") && owner == null && typed.is("expectedRoute", Route.OWN.name())) {
            mistakes.add(new FieldError("decision.owner", "error.required"));
        }
        return new DecisionGiven(
                owner, typed.text("decision.effectQuestion"), typed.text("decision.expectedEffect"), contributors());
    }

    private List<ContributorGiven> contributors() {
        return Contributors.of(typed, "decision.contributors", mistakes);
    }

    private <E extends Enum<E>> E choice(String field, Class<E> of) {
        return choice(typed, field, of, mistakes);
    }

    private void refuseMistakes() {
        if (!mistakes.isEmpty()) {
            throw MandatException.invalid(mistakes);
        }
    }

    static <E extends Enum<E>> E choice(Typed typed, String field, Class<E> of, List<FieldError> mistakes) {
        String value = typed.text(field);
        if (value == null) {
            return null;
        }
        for (E one : of.getEnumConstants()) {
            if (one.name().equals(value)) {
                return one;
            }
        }
        mistakes.add(new FieldError(field, "mistake.choice"));
        return null;
    }

    /** Whole kronor as people write them: {@code 4 000}, {@code 4000 kr}, {@code 4.000:-}. */
    static Long kronor(Typed typed, String field, List<FieldError> mistakes) {
        String text = typed.text(field);
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("(?i)(kr|sek|:-)\\s*$", "").replaceAll("[\\s\\u00a0\\u202f.,]", "");
        if (!digits.matches("[-\u2212]?[0-9]{1," + MOST_DIGITS + "}") || text.matches(".*[.,]\\d{1,2}\\D*")) {
            mistakes.add(new FieldError(field, "mistake.cost"));
            return null;
        }
        return Long.valueOf(digits.replace('\u2212', '-'));
    }

    static LocalDate day(Typed typed, String field, List<FieldError> mistakes) {
        String text = typed.text(field);
        if (text == null) {
            return null;
        }
        try {
            return Dates.day(text);
        } catch (DateTimeException noDate) {
            mistakes.add(new FieldError(field, "mistake.date"));
            return null;
        }
    }

    static Boolean yesOrNo(Typed typed, String field) {
        String text = typed.text(field);
        return Set.of("true", "false").contains(text == null ? "" : text) ? Boolean.valueOf(text) : null;
    }

    /** A draft as it is written on. */
    static Typed typed(RaiseCase.Command content, String me, String leadManager) {
        Typed typed = Typed.NOTHING;
        VoiceGiven voice = content.customerVoice();
        typed = put(typed, "customerVoice.words", voice.words());
        typed = put(typed, "customerVoice.goal", voice.goal());
        typed = put(typed, "customerVoice.outcome", voice.outcome());
        typed = put(typed, "customerVoice.occurredOn", voice.occurredOn());
        typed = put(typed, "customerVoice.channel", voice.channel());
        typed = put(typed, "customerVoice.wantsReply", voice.wantsReply());
        typed = put(typed, "customerVoice.contact", voice.contact());
        typed = put(typed, "customerVoice.sensitive", Boolean.TRUE.equals(voice.sensitive()) ? "true" : null);
        typed = put(typed, "recurrenceOf", content.recurrenceOf());
        typed = put(typed, "promise", content.promise());
        typed = put(typed, "reading", content.reading());
        if (content.proposal() != null) {
            typed = put(typed, "proposal.text", content.proposal().text());
            typed = put(typed, "proposal.cost", content.proposal().cost());
            typed = put(typed, "proposal.reversible", content.proposal().reversible());
            List<String> units = content.proposal().units();
            if (units != null && !units.isEmpty()) {
                typed = typed.with("leadUnit", units.getFirst()).withAll("moreUnits", units.subList(1, units.size()));
            }
        }
        if (content.decision() != null) {
            typed = put(typed, "decision.effectQuestion", content.decision().effectQuestion());
            typed = put(typed, "decision.expectedEffect", content.decision().expectedEffect());
            String owner = content.decision().owner();
            if (owner != null) {
                typed = typed.with("who", owner.equals(me) ? "me" : owner.equals(leadManager) ? "manager" : "other");
                typed = put(typed, "decision.owner", owner);
            }
            typed = Contributors.typed(
                    typed, "decision.contributors", content.decision().contributors());
        }
        return typed;
    }

    private static Typed put(Typed typed, String field, Object value) {
        return value == null ? typed : typed.with(field, value.toString());
    }
}

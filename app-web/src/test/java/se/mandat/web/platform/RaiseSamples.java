package se.mandat.web.platform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.web.cases.Choice;
import se.mandat.web.cases.DraftsView;
import se.mandat.web.cases.MandateView;
import se.mandat.web.cases.RaiseView;
import se.mandat.web.cases.SimilarView;

/** Raising a case, and what has been begun. */
final class RaiseSamples extends Samples {

    RaiseSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("raise", raise(Typed.NOTHING, Mistakes.NONE, null));
        pages.put("raise-own", raiseOwn());
        pages.put("raise-wrong", raiseWrong());
        pages.put("raise-changed", raiseChanged());
        pages.put("draft", draft());
        pages.put("drafts", drafts());
        return pages;
    }

    private Page raise(Typed typed, Mistakes mistakes, MandateView answer) {
        return Page.of(
                "raise",
                "frame",
                sara("raise", null),
                "raise",
                new RaiseView(
                        null,
                        null,
                        typed,
                        mistakes,
                        answer,
                        typed.has("customerVoice.words") ? similar() : List.of(),
                        false,
                        units(),
                        people(),
                        "sara",
                        new Choice("karin", "Karin Lund"),
                        "0470-12 34 56",
                        promises()));
    }

    private List<Choice> promises() {
        return List.of(
                new Choice("L-1", say("Vi svarar inom två arbetsdagar.", "We answer within two working days.")),
                new Choice(
                        "L-2",
                        say(
                                "Vi säger till minst en dag innan vi stänger av vattnet. (Vatten)",
                                "We give a day's notice before we turn off the water. (Vatten)")));
    }

    private List<SimilarView> similar() {
        return List.of(
                new SimilarView(
                        "M-2026-0388",
                        say("Adressen gick inte att spara", "The address could not be saved"),
                        "ACTING",
                        "Kundservice",
                        NOW.minus(Duration.ofDays(9))),
                new SimilarView(
                        "M-2026-0371",
                        say(
                                "Vi flyttade i maj och allt skickas fortfarande till den gamla adressen",
                                "We moved in May and everything is still sent to the old address"),
                        "DECIDING",
                        "Medborgarservice",
                        NOW.minus(Duration.ofDays(20))));
    }

    private Typed filled() {
        return new Typed(Map.of(
                "customerVoice.words",
                        List.of(say(
                                "Jag ville bara byta adress men skickades mellan fyra sidor, och till slut gav"
                                        + " jag upp och ringde.",
                                "I only wanted to change my address but was sent between four pages, and in"
                                        + " the end I gave up and called.")),
                "customerVoice.goal",
                        List.of(say(
                                "Få posten till sin nya bostad före flytten",
                                "Get the post to the new home before moving")),
                "customerVoice.outcome", List.of("DETOUR"),
                "proposal.text",
                        List.of(say(
                                "En enda sida för adressbyte, länkad från startsidan.",
                                "One page for a change of address, linked from the start page.")),
                "proposal.cost", List.of("4 000"),
                "proposal.reversible", List.of("true"),
                "recurrenceOf", List.of("M-2026-0101"),
                "promise", List.of("L-1"),
                "customerVoice.sensitive", List.of("true"),
                "decision.contributors[0].to", List.of("hugo")));
    }

    private Page raiseOwn() {
        return raise(
                filled(),
                Mistakes.NONE,
                new MandateView(
                        "OWN",
                        4,
                        say(
                                "Ändringen går att backa, kostar högst 5 000 kr och berör högst två enheter.",
                                "The change can be reversed, costs at most 5,000 kr and touches at most two units."),
                        "Sara Nyberg",
                        null,
                        21_000L,
                        25_000L,
                        false));
    }

    private Page raiseWrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("customerVoice.words", say("Skriv vad kunden sade.", "Write what the customer said."));
        wrong.put(
                "customerVoice.outcome", say("Välj hur det gick för kunden.", "Choose how it went for the customer."));
        wrong.put(
                "proposal.cost",
                say(
                        "Skriv kostnaden i hela kronor, till exempel 4 000.",
                        "Write the cost in whole kronor, such as 4,000."));
        return raise(
                new Typed(Map.of(
                        "customerVoice.goal",
                        List.of(say("Betala i tid", "Pay in time")),
                        "proposal.cost",
                        List.of("fyra tusen"),
                        "customerVoice.outcome",
                        List.of("HARMED"))),
                new Mistakes(wrong),
                null);
    }

    private Page raiseChanged() {
        return raise(
                filled(),
                Mistakes.NONE,
                new MandateView(
                        "JOINT",
                        6,
                        say(
                                "Flera enheter berörs: deras närmaste gemensamma chef beslutar.",
                                "Several units are touched: their nearest common manager decides."),
                        "Per Ek",
                        say("chef Medborgarservice", "manager of Medborgarservice"),
                        null,
                        null,
                        true));
    }

    private Page draft() {
        return Page.of(
                "raise",
                "frame",
                sara("drafts", "draft-saved"),
                "raise",
                new RaiseView(
                        "U-2026-0003",
                        2L,
                        filled(),
                        Mistakes.NONE,
                        null,
                        List.of(),
                        false,
                        units(),
                        people(),
                        "sara",
                        new Choice("karin", "Karin Lund"),
                        null,
                        List.of()));
    }

    private Page drafts() {
        return Page.of(
                "drafts",
                "frame",
                sara("drafts", null),
                "drafts",
                new DraftsView(List.of(
                        new DraftsView.Row(
                                "U-2026-0003",
                                say(
                                        "Kön tog slut först när luckan stängde",
                                        "The queue only ended when the desk closed"),
                                say("hämta sitt pass", "collect a passport"),
                                at("2026-11-22T15:01"),
                                2),
                        new DraftsView.Row("U-2026-0004", "", null, at("2026-11-23T12:59"), 1))));
    }
}

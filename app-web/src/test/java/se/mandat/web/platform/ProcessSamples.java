package se.mandat.web.platform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.mandat.web.cases.ProcessInWords;
import se.mandat.web.cases.ProcessView;
import se.mandat.web.steward.TableInWords;

/** Processes and tables as they are read. */
final class ProcessSamples extends Samples {

    ProcessSamples(Spoken t) {
        super(t);
    }

    @Override
    Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        pages.put("processes", processes());
        pages.put("process", process());
        pages.put("tables", Page.of("tables", "frame", karin("processes"), "tables", List.of(table(1))));
        pages.put("table", Page.of("table", "frame", karin("processes"), "table", table(1)));
        pages.put("table-old", Page.of("table", "frame", karin("processes"), "table", table(3)));
        return pages;
    }

    private Page processes() {
        return Page.of("processes", "frame", karin("processes"), "processes", List.of(caseHandling()));
    }

    private Page process() {
        return Page.of("process", "frame", karin("processes"), "process", caseHandling());
    }

    private ProcessView caseHandling() {
        return new ProcessView(
                "case-handling",
                3,
                "/assets/case-handling.bpmn",
                new ProcessInWords(
                        say("Handläggning av ett ärende", "Handling of a case"),
                        say(
                                "Ett ärendes väg från att det skickas in tills effekten är sedd.",
                                "The way of a case from being submitted until its effect is seen."),
                        List.of(
                                new ProcessInWords.Part(
                                        "start",
                                        "START",
                                        say("Ärendet är inskickat", "The case is submitted"),
                                        null,
                                        List.of(),
                                        List.of()),
                                new ProcessInWords.Part(
                                        "decides",
                                        "QUESTION",
                                        say("Beslutar den som tog upp ärendet?", "Does the raiser decide?"),
                                        say("Inom eget mandat är inskickandet beslutet.", "Submitting is deciding."),
                                        List.of(
                                                new ProcessInWords.Answer(
                                                        say("Nej", "No"), say("Besluta om förslaget", "Decide")),
                                                new ProcessInWords.Answer(say("Ja", "Yes"), null)),
                                        List.of()),
                                new ProcessInWords.Part(
                                        "work",
                                        "PART",
                                        say("Genomför och följ upp", "Carry out and review"),
                                        null,
                                        List.of(),
                                        List.of(new ProcessInWords.Part(
                                                "act",
                                                "STEP",
                                                say("Genomför ändringen", "Carry out the change"),
                                                say(
                                                        "Ägaren planerar och genomför.",
                                                        "The owner plans and carries out."),
                                                List.of(),
                                                List.of()))),
                                new ProcessInWords.Part(
                                        "end",
                                        "END",
                                        say("Effekten är bekräftad", "The effect is confirmed"),
                                        null,
                                        List.of(),
                                        List.of()))));
    }

    private TableInWords table(int newest) {
        return new TableInWords(
                "mandate",
                1,
                newest,
                say("Mandat: vem får besluta?", "Mandate: who may decide?"),
                sv ? "Första regeln som stämmer gäller." : null,
                List.of(say("Nivå", "Level"), say("Kostnad, kr", "Cost, SEK")),
                List.of(say("Väg", "Route")),
                List.of(
                        new TableInWords.Rule(
                                sv ? "Mycket dyrt" : null,
                                Arrays.asList(null, say("över 250 000", "above 250,000")),
                                List.of(say("Högsta ledningen", "The executive management"))),
                        new TableInWords.Rule(null, Arrays.asList(null, null), Arrays.asList((String) null))));
    }
}

package se.mandat.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import se.mandat.cases.CaseView;
import se.mandat.cases.ViewCase;
import se.mandat.history.History;
import se.mandat.history.HistoryEntryView;
import se.mandat.history.Verification;
import se.mandat.history.VerifyHistory;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Spoken;

/** The whole history of a case, and whether it is what was once written. */
@Path("/cases/{number}/history")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
public class HistoryPages {

    /** In the order in which a reader wants them. */
    private static final List<String> TEXTS = List.of(
            "words",
            "goal",
            "channel",
            "reading",
            "proposal",
            "reason",
            "what",
            "text",
            "evidence",
            "effectQuestion",
            "expectedEffect",
            "despiteNewVoice",
            "learned",
            "question");

    @Inject
    private ViewCase viewCase;

    @Inject
    private History history;

    @Inject
    private VerifyHistory verifyHistory;

    @Inject
    private Sentences sentences;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    @GET
    public Page history(@PathParam("number") String number, @QueryParam("verify") boolean verify) {
        Frame frame = frames.frame(request, "cases");
        CaseView found = viewCase.withoutPosition(number);
        Verification verification = verify ? verifyHistory.handle(number) : null;
        long broken = verification == null || verification.firstBreak() == null
                ? 0
                : verification.firstBreak().seq();
        List<HistoryView.Entry> entries = history.of(number).stream()
                .map(entry -> found.hidden() ? entry.withheld() : entry)
                .map(entry -> entry(entry, entry.seq() == broken, frame.t()))
                .toList();
        return Page.of(
                "history",
                "frame",
                frame,
                "history",
                new HistoryView(
                        number, headline(found.customerVoice()), found.hidden(), entries, verified(verification)));
    }

    private static String headline(CaseView.Voice voice) {
        return voice.words() == null ? voice.goal() : voice.words();
    }

    private HistoryView.Entry entry(HistoryEntryView entry, boolean broken, Spoken t) {
        Map<String, Object> facts = entry.payload();
        return new HistoryView.Entry(
                entry.seq(),
                entry.type(),
                entry.at(),
                sentences.say(entry.type(), facts, entry.actor(), entry.onBehalfOf(), t),
                TEXTS.stream()
                        .filter(entry.texts()::containsKey)
                        .map(name -> new HistoryView.Said(t.say("history.text." + name), entry.text(name)))
                        .toList(),
                entry.hash(),
                entry.previousHash(),
                broken);
    }

    private static HistoryView.Verified verified(Verification found) {
        return found == null
                ? null
                : new HistoryView.Verified(
                        found.intact(),
                        found.entries(),
                        found.head() == null ? null : found.head().hash(),
                        found.firstBreak() == null
                                ? null
                                : (long) found.firstBreak().seq(),
                        found.firstBreak() == null
                                ? null
                                : found.firstBreak().why().name());
    }
}

package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.mandat.cases.CaseView;
import se.mandat.cases.RememberLook;
import se.mandat.cases.ViewCase;
import se.mandat.history.History;
import se.mandat.history.HistoryEntryView;
import se.mandat.notification.News;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.web.platform.ErrorPages;
import se.mandat.web.platform.Frame;
import se.mandat.web.platform.Frames;
import se.mandat.web.platform.Mistakes;
import se.mandat.web.platform.Page;
import se.mandat.web.platform.Refusals;
import se.mandat.web.platform.Sending;
import se.mandat.web.platform.Typed;

/**
 * The page of a case, as it is or with a form that was refused: that form is shown again with all that was typed, or,
 * when it is no longer there, what was typed is shown by itself.
 */
@RequestScoped
class CaseScreen {

    @Inject
    private ViewCase viewCase;

    @Inject
    private History history;

    @Inject
    private RememberLook rememberLook;

    @Inject
    private News news;

    @Inject
    private CaseSheets sheets;

    @Inject
    private Choices choices;

    @Inject
    private Directory directory;

    @Inject
    private Refusals refusals;

    @Inject
    private Sending sending;

    @Inject
    private ErrorPages errorPages;

    @Inject
    private Frames frames;

    @Inject
    private HttpServletRequest request;

    /** @param since the number of the last entry that is no news, where the page is only shown in another language */
    Page show(String number, Long since) {
        CaseView found = viewCase.handle(number);
        List<HistoryEntryView> entries = entries(found);
        long before = rememberLook.handle(number, last(entries));
        news.readOf(number);
        long shown = since == null ? before : Math.min(since, before);
        String address = "/cases/" + number;
        Frame frame = frames.frame(request, "cases").at(shown < last(entries) ? address + "?since=" + shown : address);
        CaseSheet sheet = sheets.of(found, entries, shown, reader(), frame.t());
        return page(
                frame, sheet, forms(found, sheet, frame, null, Typed.NOTHING, Mistakes.NONE, null, null, List.of()));
    }

    /** What was typed into the form that was sent. */
    Typed sent() {
        return Typed.of(request);
    }

    /**
     * Carries out what the form of this call asks for.
     *
     * @param call as in {@link CaseSheet#may}; that of a contribution names its obligation
     * @param done what to say afterwards, as the last part of a message key {@code done.…}
     */
    Response carryOut(String number, String call, String done, Consumer<Typed> command) {
        Typed typed = sent();
        Sending.Sent sent = sending.send(request, () -> {
            command.accept(typed);
            return Response.seeOther(URI.create("/cases/" + number + "?done=" + done))
                    .build();
        });
        return sent.isDone() ? sent.done() : refused(number, call, typed, sent);
    }

    /** The page with the form of this call begun; nothing has been sent, and nothing of it is lost where there is no form. */
    Page begin(String number, String call) {
        Typed typed = sent();
        Frame frame = frames.frame(request, "cases").at("/cases/" + number);
        CaseView found = viewCase.handle(number);
        List<HistoryEntryView> entries = entries(found);
        CaseSheet sheet = sheets.of(found, entries, last(entries), reader(), frame.t());
        boolean offered = sheet.offers(call);
        String refusal = offered ? null : frame.t().say("act." + call + ".not-now");
        List<CaseForms.Written> written = offered ? List.of() : CaseCommands.written(typed, frame.t());
        return page(frame, sheet, forms(found, sheet, frame, call, typed, Mistakes.NONE, null, refusal, written));
    }

    private Response refused(String number, String call, Typed typed, Sending.Sent sent) {
        MandatException refusal = sent.refusal();
        if (refusal == null || refusal.problem() == Problem.NOT_FOUND || refusal.problem() == Problem.ROLE_FORBIDDEN) {
            return Response.status(sent.problem().status())
                    .entity(errorPages.page(sent.problem(), request))
                    .build();
        }
        Frame frame = frames.frame(request, "cases").at("/cases/" + number);
        CaseView found = viewCase.handle(number);
        List<HistoryEntryView> entries = entries(found);
        CaseSheet sheet = sheets.of(found, entries, last(entries), reader(), frame.t());
        boolean changed = refusal.problem() == Problem.CHANGED_MEANWHILE;
        boolean wrong = refusal.problem() == Problem.INVALID;
        List<CaseForms.Written> written = sheet.offers(call) ? List.of() : CaseCommands.written(typed, frame.t());
        CaseForms forms = forms(
                found,
                sheet,
                frame,
                call,
                typed,
                wrong ? refusals.mistakes(refusal, frame.t()).renamed("units", "leadUnit") : Mistakes.NONE,
                changed ? sheets.since(entries, CaseCommands.seen(typed), frame.t()) : null,
                changed || wrong ? null : refusals.sentence(refusal, frame.t()),
                written);
        return Response.status(sent.problem().status())
                .entity(page(frame, sheet, forms))
                .build();
    }

    private List<HistoryEntryView> entries(CaseView found) {
        return history.of(found.number()).stream()
                .map(entry -> found.hidden() ? entry.withheld() : entry)
                .toList();
    }

    private String reader() {
        return request.getUserPrincipal().getName();
    }

    private static long last(List<HistoryEntryView> entries) {
        return entries.isEmpty() ? 0 : entries.getLast().seq();
    }

    private static Page page(Frame frame, CaseSheet sheet, CaseForms forms) {
        return Page.of("case", "frame", frame, "c", sheet, "forms", forms);
    }

    private CaseForms forms(
            CaseView found,
            CaseSheet sheet,
            Frame frame,
            String call,
            Typed typed,
            Mistakes mistakes,
            List<CaseSheet.HistoryLine> since,
            String refusal,
            List<CaseForms.Written> written) {
        return new CaseForms(
                call,
                typed,
                Map.of(
                        "decision", CaseCommands.begunDecision(found, sheet),
                        "proposal", CaseCommands.proposal(found),
                        "action", CaseCommands.begunPlan(found)),
                mistakes,
                since != null,
                refusal,
                since == null ? List.of() : since,
                written,
                sheet.mayAct() ? choices.people() : List.of(),
                sheet.mayAct() ? choices.units(found.unit()) : List.of(),
                directory.now().line(found.unit()).stream()
                        .findFirst()
                        .map(Person::name)
                        .orElse(null),
                found.obligations().stream()
                        .filter(o -> o.endedAt() == null && o.appoints() != null)
                        .map(o -> o.appoints().name())
                        .findFirst()
                        .orElse(null),
                sheet.now() != null
                        && sheet.now().opensAt() != null
                        && sheet.now().opensAt().isAfter(frame.t().now()));
    }
}

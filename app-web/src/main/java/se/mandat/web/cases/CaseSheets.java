package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import se.mandat.cases.CaseStage;
import se.mandat.cases.CaseView;
import se.mandat.cases.ObligationView;
import se.mandat.cases.Right;
import se.mandat.history.History;
import se.mandat.history.HistoryEntryView;
import se.mandat.history.Verification;
import se.mandat.history.VerifyHistory;
import se.mandat.mandate.Route;
import se.mandat.web.history.Sentences;
import se.mandat.web.obligation.WorkingTimeLeft;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;

/** Writes a case out as the page shows it: names for user names, sentences for events. */
@ApplicationScoped
class CaseSheets {

    private static final List<String> STOPS =
            List.of("rail.raised", "rail.decided", "rail.owner", "rail.action", "rail.effect", "rail.closed");
    private static final int TRAIL = 8;

    @Inject
    private Names names;

    @Inject
    private WorkingTimeLeft workingTimeLeft;

    @Inject
    private History history;

    @Inject
    private VerifyHistory verifyHistory;

    @Inject
    private Sentences sentences;

    @Inject
    private ProcessPicture picture;

    CaseSheet of(CaseView c, String reader, Spoken t) {
        List<HistoryEntryView> entries = history.of(c.number());
        return new CaseSheet(
                c.number(),
                c.version(),
                c.stage().name(),
                c.closedAs() == null ? null : c.closedAs().name(),
                c.severity().name(),
                voice(c.customerVoice()),
                c.voices().stream().skip(1).map(CaseSheets::voice).toList(),
                c.reading(),
                proposal(c),
                firstProposal(c, entries),
                mandate(c, t),
                decision(c),
                names.person(c.raisedBy()),
                c.raisedAt(),
                names.unit(c.unit()),
                c.ownerAccepted() ? names.person(c.owner()) : null,
                plan(c),
                c.round(),
                c.progress().stream()
                        .sorted(Comparator.comparing(CaseView.Progress::at).reversed())
                        .map(p -> new CaseSheet.Note(p.text(), names.person(p.by()), p.at()))
                        .toList(),
                c.reviews().stream()
                        .sorted(Comparator.comparing(CaseView.Review::at).reversed())
                        .map(this::review)
                        .toList(),
                effectQuestion(c, t),
                c.expectedEffect(),
                c.leading().map(o -> now(o, reader, t)).orElse(null),
                rail(c, t),
                c.obligations().stream()
                        .filter(o -> o.endedAt() == null && !o.leading())
                        .map(o -> new CaseSheet.Owed(
                                names.person(o.debtor()), o.kind().name(), o.dueAt(), o.overdue()))
                        .toList(),
                c.rights().stream().map(Right::call).collect(Collectors.toUnmodifiableSet()),
                trail(entries, 0, t),
                chain(verifyHistory.handle(c.number())),
                picture.of(c, t),
                entries.isEmpty() ? 0 : entries.getLast().seq());
    }

    /** What happened after the entry with this number, the newest first. */
    List<CaseSheet.HistoryLine> since(String number, long seq, Spoken t) {
        return trail(history.of(number), seq, t);
    }

    private List<CaseSheet.HistoryLine> trail(List<HistoryEntryView> entries, long after, Spoken t) {
        return entries.reversed().stream()
                .filter(entry -> entry.seq() > after)
                .filter(entry -> !entry.type().equals("obligation.fulfilled.v1"))
                .limit(TRAIL)
                .map(entry -> new CaseSheet.HistoryLine(
                        entry.seq(),
                        entry.at(),
                        sentences.say(entry.type(), entry.payload(), entry.actor(), t),
                        entry.text("reason"),
                        Sentences.tone(entry.type(), entry.payload())))
                .toList();
    }

    private static CaseSheet.Chain chain(Verification found) {
        return new CaseSheet.Chain(
                found.intact(),
                found.entries(),
                found.firstBreak() == null ? null : (long) found.firstBreak().seq());
    }

    private static CaseSheet.Voice voice(CaseView.Voice v) {
        return new CaseSheet.Voice(
                v.id().toString(),
                v.words(),
                v.goal(),
                v.outcome().name(),
                v.occurredOn(),
                v.channel(),
                v.wantsReply(),
                v.hasContact());
    }

    private CaseSheet.Proposal proposal(CaseView c) {
        return c.proposal() == null
                ? null
                : new CaseSheet.Proposal(
                        c.proposal().text(),
                        c.proposal().cost(),
                        c.proposal().reversible(),
                        c.proposal().units().stream().map(names::unit).toList());
    }

    /** What was proposed at first, where a decision has replaced it. */
    private static CaseSheet.Proposal firstProposal(CaseView c, List<HistoryEntryView> entries) {
        String first = entries.stream()
                .filter(entry -> entry.type().equals("case.raised.v1"))
                .map(entry -> entry.text("proposal"))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
        boolean replaced = first != null
                && c.proposal() != null
                && !first.equals(c.proposal().text());
        return replaced ? new CaseSheet.Proposal(first, null, null, List.of()) : null;
    }

    private static CaseSheet.Mandate mandate(CaseView c, Spoken t) {
        var ruling = c.mandate().ruling();
        return new CaseSheet.Mandate(
                ruling.route().name(),
                ruling.rule(),
                t.isSwedish() ? ruling.reasonSv() : ruling.reasonEn(),
                ruling.table(),
                Integer.toString(ruling.version()));
    }

    private CaseSheet.Decision decision(CaseView c) {
        CaseView.DecisionView d = c.decision();
        return d == null
                ? null
                : new CaseSheet.Decision(d.verdict().name(), d.reason(), names.person(d.by()), d.at(), d.lapsed());
    }

    private static CaseSheet.Plan plan(CaseView c) {
        ObligationView act =
                c.leading().filter(o -> c.stage() == CaseStage.ACTING).orElse(null);
        if (act == null && c.action().what() == null) {
            return null;
        }
        return new CaseSheet.Plan(
                c.action().what(),
                act == null ? c.action().completedAt() : act.dueAt(),
                act == null ? null : act.ceilingAt());
    }

    private CaseSheet.Review review(CaseView.Review r) {
        return new CaseSheet.Review(
                r.verdict().name(), r.evidenceKind().name(), r.evidence(), names.person(r.by()), r.at(), r.round());
    }

    private static String effectQuestion(CaseView c, Spoken t) {
        if (c.decision() == null) {
            return null;
        }
        return c.effectQuestion() != null
                ? c.effectQuestion()
                : t.say("effect-question.default", "goal", c.customerVoice().goal());
    }

    private CaseSheet.Now now(ObligationView o, String reader, Spoken t) {
        return new CaseSheet.Now(
                o.id().toString(),
                names.person(o.debtor()),
                names.person(o.onBehalfOf()),
                o.kind().name(),
                o.opensAt(),
                o.dueAt(),
                workingTimeLeft.of(o, t.now()),
                o.next() == null ? null : names.person(o.next().who()),
                o.next() == null ? null : o.next().at(),
                o.debtor().equals(reader));
    }

    private List<CaseSheet.Stop> rail(CaseView c, Spoken t) {
        int here =
                switch (c.stage()) {
                    case DRAFT -> 0;
                    case DECIDING -> 1;
                    case ASSIGNING -> 2;
                    case ACTING -> 3;
                    case REVIEWING -> 4;
                    case CLOSED -> STOPS.size();
                };
        List<CaseSheet.Stop> stops = new ArrayList<>();
        for (int i = 0; i < STOPS.size(); i++) {
            String state = i < here ? "done" : i == here ? "here" : "ahead";
            stops.add(new CaseSheet.Stop(t.say(STOPS.get(i)), state, note(c, i, state, t)));
        }
        return stops;
    }

    private String note(CaseView c, int stop, String state, Spoken t) {
        if (state.equals("here")) {
            return c.leading()
                    .map(o -> o.opensAt() != null && o.opensAt().isAfter(t.now())
                            ? t.say("rail.from", "when", t.day(o.opensAt()))
                            : t.say("rail.by", "when", t.moment(o.dueAt())))
                    .orElse(null);
        }
        if (state.equals("ahead")) {
            return null;
        }
        return switch (stop) {
            case 0 -> t.moment(c.raisedAt());
            case 1 -> c.decision() == null ? null : decided(c.decision(), t);
            case 2 -> names.person(c.owner());
            case 3 -> moment(c.action().completedAt(), t);
            case 4 ->
                c.reviews().isEmpty() ? null : t.moment(c.reviews().getLast().at());
            default -> moment(c.closedAt(), t);
        };
    }

    private static String decided(CaseView.DecisionView decision, Spoken t) {
        String when = t.moment(decision.at());
        return decision.route() == Route.OWN ? t.say("rail.own-mandate", "when", when) : when;
    }

    private static String moment(Instant at, Spoken t) {
        return at == null ? null : t.moment(at);
    }
}

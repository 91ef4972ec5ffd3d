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
import se.mandat.history.HistoryEntryView;
import se.mandat.history.Verification;
import se.mandat.history.VerifyHistory;
import se.mandat.mandate.Route;
import se.mandat.web.history.Sentences;
import se.mandat.web.obligation.WhatIsOwed;
import se.mandat.web.obligation.WorkingTimeLeft;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;

/** Writes a case out as the page shows it: names for user names, sentences for events. */
@ApplicationScoped
class CaseSheets {

    private static final List<String> STOPS =
            List.of("rail.raised", "rail.decided", "rail.owner", "rail.action", "rail.effect", "rail.closed");
    private static final int TRAIL = 8;
    private static final int LONGEST_TRAIL = 30;

    @Inject
    private Names names;

    @Inject
    private WorkingTimeLeft workingTimeLeft;

    @Inject
    private BesideSheets beside;

    @Inject
    private VerifyHistory verifyHistory;

    @Inject
    private Sentences sentences;

    @Inject
    private ProcessPicture picture;

    /**
     * @param entries the case's history, as the reader may read it
     * @param shown the number of the last entry that the reader had been shown before
     */
    CaseSheet of(CaseView c, List<HistoryEntryView> entries, long shown, String reader, Spoken t) {
        return new CaseSheet(
                c.number(),
                c.version(),
                c.stage().name(),
                c.closedAs() == null ? null : c.closedAs().name(),
                c.severity().name(),
                new CaseSheet.Protection(c.sensitive(), c.hidden()),
                new CaseSheet.Origin(c.mergedInto(), c.recurrenceOf()),
                breach(c),
                voice(c.customerVoice()),
                c.voices().stream().skip(1).map(this::voice).toList(),
                c.reading(),
                proposal(c),
                firstProposal(c, entries),
                mandate(c, t),
                c.decisions().stream().map(this::decision).toList(),
                names.person(c.raisedBy()),
                c.raisedAt(),
                names.unit(c.unit()),
                c.ownerAccepted() ? names.person(c.owner()) : null,
                plan(c),
                c.round(),
                c.progress().stream()
                        .filter(p -> p.text() != null)
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
                beside.asks(c, reader),
                rail(c, t),
                beside.of(c, reader),
                beside.talk(c, reader),
                c.rights().stream().map(Right::call).collect(Collectors.toUnmodifiableSet()),
                trail(entries, shown, reader, t),
                chain(verifyHistory.handle(c.number())),
                picture.of(c, t),
                entries.isEmpty() ? 0 : entries.getLast().seq());
    }

    /** What happened after the entry with this number, the newest first. */
    List<CaseSheet.HistoryLine> since(List<HistoryEntryView> entries, long seq, Spoken t) {
        return entries.reversed().stream()
                .filter(entry -> entry.seq() > seq)
                .filter(CaseSheets::isTold)
                .limit(TRAIL)
                .map(entry -> line(entry, false, t))
                .toList();
    }

    /** The latest, and all that is new to the reader. */
    private List<CaseSheet.HistoryLine> trail(List<HistoryEntryView> entries, long shown, String reader, Spoken t) {
        List<CaseSheet.HistoryLine> lines = entries.reversed().stream()
                .filter(CaseSheets::isTold)
                .limit(LONGEST_TRAIL)
                .map(entry -> line(entry, entry.seq() > shown && !entry.actor().equals(reader), t))
                .toList();
        int fresh = (int) lines.stream().takeWhile(line -> line.seq() > shown).count();
        return lines.subList(0, Math.min(lines.size(), Math.max(TRAIL, fresh)));
    }

    /** That a debt is paid is said by what paid it. */
    private static boolean isTold(HistoryEntryView entry) {
        return !entry.type().equals("obligation.fulfilled.v1");
    }

    private CaseSheet.HistoryLine line(HistoryEntryView entry, boolean fresh, Spoken t) {
        return new CaseSheet.HistoryLine(
                entry.seq(),
                entry.at(),
                sentences.say(entry.type(), entry.payload(), entry.actor(), entry.onBehalfOf(), t),
                entry.text("reason"),
                Sentences.tone(entry.type(), entry.payload()),
                fresh);
    }

    private static CaseSheet.Chain chain(Verification found) {
        return new CaseSheet.Chain(
                found.intact(),
                found.entries(),
                found.firstBreak() == null ? null : (long) found.firstBreak().seq());
    }

    private CaseSheet.Voice voice(CaseView.Voice v) {
        return new CaseSheet.Voice(
                v.id().toString(),
                v.words(),
                v.goal(),
                v.outcome().name(),
                v.occurredOn(),
                v.channel(),
                v.wantsReply(),
                v.hasContact(),
                v.sensitive(),
                v.mergedFrom(),
                names.person(v.addedBy()),
                v.addedAt());
    }

    private static CaseSheet.Breach breach(CaseView c) {
        return c.breach() == null
                ? null
                : new CaseSheet.Breach(
                        c.breach().promise(), c.breach().promised(), c.breach().consequence());
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

    private CaseSheet.Decision decision(CaseView.DecisionView d) {
        return new CaseSheet.Decision(
                d.concerns().name(), d.verdict().name(), d.reason(), names.person(d.by()), d.at(), d.lapsed());
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
                r.verdict().name(),
                r.evidenceKind().name(),
                r.evidence(),
                r.despiteNewVoice(),
                r.learned(),
                names.person(r.by()),
                r.at(),
                r.round());
    }

    private static String effectQuestion(CaseView c, Spoken t) {
        boolean nothingIsDone = c.decision() == null || c.owner() == null;
        return nothingIsDone || c.ownEffectQuestion()
                ? c.effectQuestion()
                : t.say("effect-question.default", "goal", c.customerVoice().goal());
    }

    private CaseSheet.Now now(ObligationView o, String reader, Spoken t) {
        return new CaseSheet.Now(
                o.id().toString(),
                names.person(o.debtor()),
                names.person(o.onBehalfOf()),
                WhatIsOwed.in(o),
                o.opensAt(),
                o.dueAt(),
                workingTimeLeft.of(o, t.now()),
                o.next() == null ? null : o.next().what().name(),
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
            String state = i < here ? passed(c, i) ? "done" : "skipped" : i == here ? "here" : "ahead";
            stops.add(new CaseSheet.Stop(t.say(STOPS.get(i)), state, note(c, i, state, t)));
        }
        return stops;
    }

    /** A case that was not carried through has not been everywhere. */
    private static boolean passed(CaseView c, int stop) {
        if (c.stage() != CaseStage.CLOSED) {
            return true;
        }
        return switch (stop) {
            case 1 -> c.decision() != null;
            case 2 -> c.ownerAccepted();
            case 3 -> c.action().completedAt() != null;
            case 4 -> !c.reviews().isEmpty();
            default -> true;
        };
    }

    private String note(CaseView c, int stop, String state, Spoken t) {
        if (state.equals("here")) {
            return c.leading()
                    .map(o -> o.opensAt() != null && o.opensAt().isAfter(t.now())
                            ? t.say("rail.from", "when", t.day(o.opensAt()))
                            : t.say("rail.by", "when", t.moment(o.dueAt())))
                    .orElse(null);
        }
        if (state.equals("ahead") || state.equals("skipped")) {
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

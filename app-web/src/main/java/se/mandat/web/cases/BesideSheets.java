package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.mandat.cases.CaseView;
import se.mandat.cases.MatterKind;
import se.mandat.cases.ObligationView;
import se.mandat.cases.Right;
import se.mandat.obligation.DecisionConcern;
import se.mandat.obligation.ExtensionState;
import se.mandat.obligation.ObligationKind;
import se.mandat.web.obligation.WhatIsOwed;
import se.mandat.web.platform.Names;

/** Writes out what goes on beside the main line of a case, and what people say to each other about it. */
@ApplicationScoped
class BesideSheets {

    @Inject
    private Names names;

    CaseSheet.Beside of(CaseView c, String reader) {
        return new CaseSheet.Beside(
                open(c).filter(o -> !o.leading())
                        .map(o ->
                                new CaseSheet.Owed(names.person(o.debtor()), WhatIsOwed.in(o), o.dueAt(), o.overdue()))
                        .toList(),
                c.matters().stream()
                        .filter(m -> m.kind() == MatterKind.CONTRIBUTION)
                        .map(m -> contribution(m, c, reader))
                        .toList(),
                c.matters().stream()
                        .filter(m -> m.kind() != MatterKind.CONTRIBUTION)
                        .sorted(Comparator.comparing(CaseView.MatterView::begunAt)
                                .reversed())
                        .map(this::matter)
                        .toList(),
                open(c).map(this::time)
                        .filter(time -> time.pausedUntil() != null
                                || time.question() != null
                                || !time.answered().isEmpty()
                                || !time.rights().isEmpty())
                        .toList());
    }

    private CaseSheet.Time time(ObligationView o) {
        List<CaseSheet.Question> answered = o.extensions().reversed().stream()
                .filter(e -> e.state() != ExtensionState.ASKED)
                .map(this::question)
                .toList();
        return new CaseSheet.Time(
                o.id().toString(),
                o.version(),
                names.person(o.debtor()),
                WhatIsOwed.in(o),
                o.dueAt(),
                o.pausedUntil(),
                o.extensions().stream()
                        .filter(e -> e.state() == ExtensionState.ASKED)
                        .map(this::question)
                        .findFirst()
                        .orElse(null),
                answered,
                o.rights().stream().map(Right::call).collect(Collectors.toUnmodifiableSet()));
    }

    private CaseSheet.Question question(ObligationView.Extended e) {
        return new CaseSheet.Question(
                e.id().toString(),
                names.person(e.askedBy()),
                e.askedAt(),
                e.dueAt(),
                e.reason(),
                e.state().name(),
                names.person(e.answeredBy()),
                e.answer());
    }

    CaseSheet.Talk talk(CaseView c, String reader) {
        return new CaseSheet.Talk(
                c.messages().stream()
                        .filter(message -> message.text() != null)
                        .map(m -> new CaseSheet.Message(names.person(m.by()), names.person(m.to()), m.text(), m.at()))
                        .toList(),
                c.rights().contains(Right.MESSAGES) ? recipients(c, reader) : List.of(),
                c.following(),
                c.takingPart());
    }

    /** What the reader should have read before they do what they owe, by call. */
    Map<String, CaseSheet.Asked> asks(CaseView c, String reader) {
        Map<String, CaseSheet.Asked> asks = new HashMap<>();
        owes(c, reader, ObligationKind.DECIDE).ifPresent(o -> asks.put("decision", decision(c, o)));
        owes(c, reader, ObligationKind.ACCEPT_OWNERSHIP)
                .flatMap(o -> matter(c, o))
                .ifPresent(m -> asks.put("ownership", asked("HANDOVER", m)));
        owes(c, reader, ObligationKind.ANSWER)
                .flatMap(o -> matter(c, o))
                .ifPresent(m -> asks.put("answer", asked("QUESTION", m)));
        c.voices().stream()
                .filter(CaseView.Voice::afterCompletion)
                .findFirst()
                .ifPresent(v -> asks.put(
                        "effect-review",
                        new CaseSheet.Asked(
                                "NEW_VOICE", names.person(v.addedBy()), v.words() == null ? v.goal() : v.words())));
        return asks;
    }

    private CaseSheet.Asked decision(CaseView c, ObligationView o) {
        DecisionConcern concerns = o.concerns() == null ? DecisionConcern.PROPOSAL : o.concerns();
        return switch (concerns) {
            case APPEAL ->
                c.matters().stream()
                        .filter(m -> m.kind() == MatterKind.APPEAL)
                        .reduce((first, last) -> last)
                        .map(m -> asked(concerns.name(), m))
                        .orElseGet(() -> new CaseSheet.Asked(concerns.name(), null, null));
            case AMENDMENT_APPEAL, OBJECTION ->
                matter(c, o)
                        .map(m -> asked(concerns.name(), m))
                        .orElseGet(() -> new CaseSheet.Asked(concerns.name(), null, null));
            case PROPOSAL, FAILED_REVIEWS, STEP -> new CaseSheet.Asked(concerns.name(), null, null);
        };
    }

    private CaseSheet.Asked asked(String about, CaseView.MatterView matter) {
        return new CaseSheet.Asked(about, names.person(matter.begunBy()), matter.text());
    }

    /** What the caller owes of this kind, the leading before the others: as the right is granted. */
    private static Optional<ObligationView> owes(CaseView c, String reader, ObligationKind kind) {
        return open(c).filter(o -> o.kind() == kind && o.debtor().equals(reader))
                .min(Comparator.comparing((ObligationView o) -> !o.leading())
                        .thenComparing(ObligationView::openedAt)
                        .thenComparing(ObligationView::id));
    }

    private static Optional<CaseView.MatterView> matter(CaseView c, ObligationView o) {
        return c.matters().stream().filter(m -> m.id().equals(o.matter())).findFirst();
    }

    private static Stream<ObligationView> open(CaseView c) {
        return c.obligations().stream().filter(o -> o.endedAt() == null);
    }

    private CaseSheet.Contribution contribution(CaseView.MatterView m, CaseView c, String reader) {
        Optional<ObligationView> owed =
                open(c).filter(o -> m.id().equals(o.matter())).findFirst();
        return new CaseSheet.Contribution(
                owed.map(o -> o.id().toString()).orElse(null),
                owed.map(ObligationView::version).orElse(0L),
                names.person(owed.map(ObligationView::debtor).orElse(m.person())),
                m.text(),
                owed.map(ObligationView::dueAt).orElse(null),
                m.dueOn(),
                owed.map(ObligationView::overdue).orElse(false),
                m.state().name(),
                m.answer(),
                owed.filter(o -> o.debtor().equals(reader)).isPresent()
                        && c.rights().contains(Right.CONTRIBUTION),
                owed.isPresent() && c.rights().contains(Right.CONTRIBUTION_CANCELLATION));
    }

    private CaseSheet.Matter matter(CaseView.MatterView m) {
        return new CaseSheet.Matter(
                m.kind().name(),
                names.person(m.begunBy()),
                names.person(m.person()),
                m.text(),
                m.begunAt(),
                m.state().name(),
                m.answer());
    }

    /** Everybody who has to do with the case, but the reader. */
    private List<Choice> recipients(CaseView c, String reader) {
        return Stream.of(
                        Stream.of(c.raisedBy()),
                        c.ownerAccepted() ? Stream.of(c.owner()) : Stream.<String>of(),
                        c.obligations().stream().map(ObligationView::debtor),
                        c.decisions().stream().map(CaseView.DecisionView::by),
                        c.reviews().stream().map(CaseView.Review::by))
                .flatMap(people -> people)
                .filter(person -> person != null && !person.equals(reader))
                .distinct()
                .map(person -> new Choice(person, names.personOf(person)))
                .toList();
    }
}

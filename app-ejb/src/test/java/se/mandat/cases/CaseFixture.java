package se.mandat.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.Mandates;
import se.mandat.mandate.Route;
import se.mandat.obligation.DecisionConcern;
import se.mandat.organisation.Level;
import se.mandat.organisation.Nordvik;
import se.mandat.shared.Outcome;

/** Cases in any stage, for tests: raised by sara of Kundservice, about Kundservice unless said otherwise. */
final class CaseFixture {

    static final Instant NOW = Instant.parse("2026-11-18T08:12:00Z");

    private CaseFixture() {}

    static Case raised(Route route) {
        return raised("sara", route, List.of(Nordvik.KUNDSERVICE));
    }

    static Case raised(String raiser, Route route, List<String> units) {
        Case raised = Case.raise(
                "M-2026-0001",
                raiser,
                new VoiceGiven("Jag gav upp", "Byta adress", Outcome.DETOUR, null, null, null, null, null),
                null,
                new Proposal("En enda sida", 4_000L, true),
                units,
                null,
                null,
                answer(route, units.size()),
                false,
                NOW);
        raised.takeEvents();
        return raised;
    }

    /** Decided and accepted: {@code owner} is acting. */
    static Case acting(String raiser, String decider, String owner) {
        Case acting = raised(raiser, Route.MANAGER, List.of(Nordvik.KUNDSERVICE));
        acting.decide(decided(acting, decider, owner));
        if (!owner.equals(decider)) {
            acting.acceptOwnership();
        }
        acting.takeEvents();
        return acting;
    }

    static DecidingEvent.Decided decided(Case of, String by, String owner) {
        return decided(of, Verdict.APPROVED, by, owner);
    }

    static DecidingEvent.Decided decided(Case of, Verdict verdict, String by, String owner) {
        return new DecidingEvent.Decided(
                of.number(),
                DecisionConcern.PROPOSAL,
                null,
                verdict,
                of.route(),
                by,
                "Rimligt",
                owner,
                null,
                null,
                null,
                of.units(),
                0,
                null,
                Set.of(of.raisedBy()));
    }

    static EndingEvent.EffectReviewed reviewed(Case of, String by, EffectVerdict verdict, String evidence) {
        return new EndingEvent.EffectReviewed(
                of.number(), of.round(), by, verdict, EvidenceKind.OBSERVED, evidence, null, null);
    }

    static Mandates.Answer answer(Route route, int units) {
        return new Mandates.Answer(
                new MandateRuling(route, 4, "sv", "en", "mandate", 1),
                new MandateInputs(Level.FRONTLINE, true, 4_000L, true, units, Outcome.DETOUR, 25_000));
    }
}

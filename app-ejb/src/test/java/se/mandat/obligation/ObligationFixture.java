package se.mandat.obligation;

import java.time.Instant;
import java.util.UUID;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

/** Open obligations, for tests of who may do what. */
public final class ObligationFixture {

    private static final Instant NOW = Instant.parse("2026-11-18T08:12:00Z");
    private static final Instant DUE = Instant.parse("2026-11-20T08:12:00Z");

    private ObligationFixture() {}

    /** @param matter null for what leads the case */
    public static Obligation owed(ObligationKind kind, ObligationKind appoints, UUID matter, String debtor) {
        return new Obligation(
                UUID.randomUUID(),
                new Obligations.Opening(
                        "M-2026-0001", kind, appoints, null, matter, Outcome.DETOUR, null, null, UUID.randomUUID()),
                debtor,
                NOW,
                new Obligation.Times(
                        null,
                        DUE,
                        kind == ObligationKind.ACT ? DUE : null,
                        NOW,
                        Reckoning.counted(NOW, WorkingTime.days(2)),
                        WorkingTime.days(2)));
    }
}

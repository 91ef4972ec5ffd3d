package se.mandat.invariants;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.mandat.running.ClientTest;

/**
 * Nothing is reminded, escalated or told twice, and nothing is missing, whatever people do and forget for months.
 *
 * <p>{@code -Dmandat.seed} plays another life, {@code -Dmandat.simulation.cases}, {@code .weeks}, {@code .people},
 * {@code .at-once} a longer one. It fails when not all of it has been played within {@code .minutes}.
 */
class SimulationIT extends ClientTest {

    @Test
    void monthsOfPeopleWhoDoAndForgetLeaveNothingUndoneAndNothingDoneTwice() {
        new Simulation(
                        system,
                        "simulation",
                        new Simulation.Extent(
                                Long.getLong("mandat.seed", 20270111),
                                Integer.getInteger("mandat.simulation.cases", 45),
                                Integer.getInteger("mandat.simulation.weeks", 5),
                                Integer.getInteger("mandat.simulation.people", 0),
                                Integer.getInteger("mandat.simulation.at-once", 1),
                                Instant.now()
                                        .plus(Duration.ofMinutes(Integer.getInteger("mandat.simulation.minutes", 10)))))
                .play();
    }
}

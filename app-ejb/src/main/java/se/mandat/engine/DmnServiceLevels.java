package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ServiceLevel;
import se.mandat.obligation.ServiceLevels;
import se.mandat.obligation.WhenSilent;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

/** {@code service-levels.dmn}. */
@ApplicationScoped
public class DmnServiceLevels implements ServiceLevels {

    @Inject
    Engine engine;

    @Override
    public ServiceLevel of(ObligationKind kind, Outcome severity) {
        DmnDecisionRuleResult answer =
                engine.table("service-levels").ask(Map.of("kind", kind.name(), "severity", severity.name()));
        return new ServiceLevel(
                time(answer.getEntry("time"), answer.getEntry("unit")),
                time(answer.getEntry("nextTime"), answer.getEntry("nextUnit")),
                WhenSilent.valueOf(answer.getEntry("whenSilent")));
    }

    /** Null where a person sets the date. */
    private static WorkingTime time(Integer amount, String unit) {
        if (amount == null) {
            return null;
        }
        return switch (Objects.requireNonNull(unit, "unit")) {
            case "HOURS" -> WorkingTime.hours(amount);
            case "DAYS" -> WorkingTime.days(amount);
            default -> throw new IllegalArgumentException("Working time in " + unit);
        };
    }
}

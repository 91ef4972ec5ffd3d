package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import se.mandat.cases.ReviewIntervals;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingTime;

/** {@code review-interval.dmn}. */
@ApplicationScoped
public class DmnReviewIntervals implements ReviewIntervals {

    @Inject
    Engine engine;

    @Override
    public WorkingTime after(Outcome severity) {
        Integer days = engine.table("review-interval")
                .ask(Map.of("severity", severity.name()))
                .getEntry("days");
        return WorkingTime.days(days);
    }
}

package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import se.mandat.cases.CaseStage;
import se.mandat.cases.CaseView;
import se.mandat.cases.ClosedAs;
import se.mandat.cases.ViewProcess;
import se.mandat.web.platform.Spoken;

/** Where a case stands in the model that it follows, for a diagram and in words. */
@ApplicationScoped
class ProcessPicture {

    @Inject
    private ViewProcess viewProcess;

    CaseSheet.Process of(CaseView c, Spoken t) {
        ProcessModel model = ProcessModel.of(viewProcess.handle(c.number()));
        String position = c.position();
        List<ProcessModel.Step> steps = model.steps(t.language());
        Set<String> passed = passed(c, viewProcess.passed(c.number()), model);
        Set<String> mainLine = model.mainLine();
        return new CaseSheet.Process(
                "/cases/" + c.number() + "/process",
                position == null ? List.of() : List.of(position),
                passed.stream().sorted().toList(),
                steps.stream()
                        .filter(step -> mainLine.contains(step.id())
                                || step.id().equals(position)
                                || passed.contains(step.id()))
                        .map(step -> new CaseSheet.Step(
                                step.name(),
                                step.id().equals(position) ? "here" : passed.contains(step.id()) ? "done" : "ahead",
                                step.documentation()))
                        .toList());
    }

    /** What lies behind the case; the model's main line where what a case that helped has passed is no longer kept. */
    private static Set<String> passed(CaseView c, Set<String> steps, ProcessModel model) {
        if (c.stage() != CaseStage.CLOSED || !steps.isEmpty()) {
            return model.way(steps, c.position());
        }
        return c.closedAs() == ClosedAs.EFFECTIVE ? model.mainLine() : Set.of();
    }
}

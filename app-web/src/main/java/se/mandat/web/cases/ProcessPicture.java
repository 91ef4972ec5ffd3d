package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import se.mandat.cases.CaseStage;
import se.mandat.cases.CaseView;
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
        Set<String> passed = c.stage() == CaseStage.CLOSED ? model.ids() : model.before(position);
        return new CaseSheet.Process(
                "/cases/" + c.number() + "/process",
                position == null ? List.of() : List.of(position),
                passed.stream().sorted().toList(),
                steps.stream()
                        .map(step -> new CaseSheet.Step(
                                step.name(),
                                step.id().equals(position) ? "here" : passed.contains(step.id()) ? "done" : "ahead",
                                step.documentation()))
                        .toList());
    }
}

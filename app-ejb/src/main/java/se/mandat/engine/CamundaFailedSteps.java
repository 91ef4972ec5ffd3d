package se.mandat.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import se.mandat.cases.FailedSteps;
import se.mandat.cases.Incident;

/** The engine's jobs that have failed, whether it tries them again by itself or has given up. */
@ApplicationScoped
public class CamundaFailedSteps implements FailedSteps {

    @Inject
    Engine engine;

    @Override
    public List<Incident> list(int limit) {
        return failed().listPage(0, limit).stream()
                .map(this::incident)
                .sorted(Comparator.comparing(Incident::again, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    @Override
    public long count() {
        return failed().count();
    }

    @Override
    public boolean retry(String id) {
        if (failed().jobId(id).count() == 0) {
            return false;
        }
        // nothing is written here: the caller's transaction would hold the row that the job has to write
        engine.runNow(id);
        return true;
    }

    private JobQuery failed() {
        return engine.management().createJobQuery().withException();
    }

    private Incident incident(Job job) {
        Instant again = job.getRetries() == 0 || job.getDuedate() == null
                ? null
                : job.getDuedate().toInstant();
        return new Incident(
                job.getId(),
                Incident.Kind.STEP,
                caseOf(job),
                null,
                job.getFailedActivityId(),
                kind(engine.management().getJobExceptionStacktrace(job.getId())),
                EngineSettings.TRIES - job.getRetries(),
                again);
    }

    private String caseOf(Job job) {
        return Optional.ofNullable(engine.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceId(String.valueOf(job.getProcessInstanceId()))
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .orElse(null);
    }

    /** The class at the bottom of a stack trace; its message could hold anybody's words. */
    private static String kind(String trace) {
        if (trace == null) {
            return null;
        }
        String first = trace.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring("Caused by: ".length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
        String name = first.replaceFirst("[:\\s].*", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

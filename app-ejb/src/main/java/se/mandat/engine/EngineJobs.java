package se.mandat.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import se.mandat.shared.TimedWork;

/**
 * The engine's own jobs: timers that a process owner has put into a model, and steps that run by themselves. Usually
 * its executor finds them; whoever moves a clock lets them happen at their moment. The nightly cleaning of the engine's
 * history is nobody's deadline and is left to the executor.
 */
final class EngineJobs implements TimedWork {

    private static final int AT_ONCE = 100;

    private final ProcessEngine engine;
    private final ManagedJobExecutor executor;

    EngineJobs(ProcessEngine engine, ManagedJobExecutor executor) {
        this.engine = engine;
        this.executor = executor;
    }

    @Override
    public Optional<Instant> nextAt() {
        if (!waitingForNothing().isEmpty()) {
            return Optional.of(ClockUtil.getCurrentTime().toInstant());
        }
        return first(jobs());
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return first(jobs().duedateHigherThan(Date.from(moment)));
    }

    private static Optional<Instant> first(JobQuery of) {
        return matters(of.orderByJobDuedate().asc())
                .map(Job::getDuedate)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Date::toInstant);
    }

    @Override
    public void runUntil(Instant now) {
        List<String> before = List.of();
        List<String> due = due(now);
        // the same again: a job that fails waits until it is tried again, or others run it
        while (!due.isEmpty() && !due.equals(before)) {
            executor.runNow(due, (ProcessEngineImpl) engine);
            before = due;
            due = due(now);
        }
    }

    private List<String> due(Instant now) {
        // the engine's query says "lower than", and its times have milliseconds
        JobQuery timers = jobs().duedateLowerThan(Date.from(now.plusMillis(1)));
        return Stream.concat(
                        waitingForNothing().stream(),
                        matters(timers.orderByJobDuedate().asc()))
                .map(Job::getId)
                .toList();
    }

    /** Steps that run by themselves as soon as anybody gets to them. */
    private List<Job> waitingForNothing() {
        return matters(jobs().messages())
                .filter(job -> job.getDuedate() == null)
                .toList();
    }

    private JobQuery jobs() {
        return engine.getManagementService().createJobQuery().active().withRetriesLeft();
    }

    private static Stream<Job> matters(JobQuery jobs) {
        return jobs.listPage(0, AT_ONCE).stream()
                .filter(job -> !(job instanceof JobEntity own
                        && HistoryCleanupJobHandler.TYPE.equals(own.getJobHandlerType())));
    }
}

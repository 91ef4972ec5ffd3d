package se.mandat.engine;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;

/**
 * Runs the engine's jobs on threads of the container.
 *
 * <p>The queue is short on purpose: a node that acquires more than it can start within the lock time has its jobs run
 * again by another.
 */
final class ManagedJobExecutor extends JobExecutor {

    private static final int THREADS = 3;
    private static final int QUEUE = 6;
    private static final int LOCK_MILLIS = 60_000;
    private static final int ACQUIRED_AT_ONCE = 6;
    private static final int LONGEST_IDLE_MILLIS = 3_000;
    private static final int SHORTEST_IDLE_MILLIS = 500;

    private final ManagedThreadFactory threads;
    private final Instance<RequestContextController> requestContexts;
    private final Caller caller;
    private ThreadPoolExecutor pool;
    private Thread acquisition;

    ManagedJobExecutor(
            ManagedThreadFactory threads, Instance<RequestContextController> requestContexts, Caller caller) {
        this.threads = threads;
        this.requestContexts = requestContexts;
        this.caller = caller;
        setLockTimeInMillis(LOCK_MILLIS);
        setMaxJobsPerAcquisition(ACQUIRED_AT_ONCE);
        setWaitTimeInMillis(SHORTEST_IDLE_MILLIS);
        setMaxWait(LONGEST_IDLE_MILLIS);
        setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    }

    @Override
    protected void startExecutingJobs() {
        pool = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), threads);
        acquisition = threads.newThread(acquireJobsRunnable);
        acquisition.start();
    }

    @Override
    protected void stopExecutingJobs() {
        pool.shutdown();
        acquisition.interrupt();
        try {
            acquisition.join(TimeUnit.SECONDS.toMillis(10));
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        try {
            pool.execute(getExecuteJobsRunnable(jobIds, engine));
        } catch (RejectedExecutionException full) {
            logRejectedExecution(engine, jobIds.size());
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
        }
    }

    /**
     * Runs these now, as it runs what it has acquired, and answers when they have run. They are waited for as long as
     * locks on them would last; what takes longer goes on by itself.
     */
    void runNow(List<String> jobIds, ProcessEngineImpl engine) {
        Thread running = threads.newThread(getExecuteJobsRunnable(jobIds, engine));
        running.start();
        try {
            running.join(Duration.ofMillis(LOCK_MILLIS).multipliedBy(jobIds.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A job has a request context of its own, as a call from outside has, and the system acts in it. */
    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        Runnable jobs = super.getExecuteJobsRunnable(jobIds, engine);
        return () -> {
            RequestContextController context = requestContexts.get();
            boolean activated = context.activate();
            try {
                caller.actAs(Actor.SYSTEM);
                jobs.run();
            } finally {
                if (activated) {
                    context.deactivate();
                }
                requestContexts.destroy(context);
            }
        };
    }
}

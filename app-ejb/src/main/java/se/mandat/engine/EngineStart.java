package se.mandat.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import se.mandat.cases.ReviewIntervals;
import se.mandat.mandate.LedgerLimits;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.ServiceLevels;
import se.mandat.organisation.Level;
import se.mandat.shared.Agenda;
import se.mandat.shared.Caller;
import se.mandat.shared.Outcome;

/**
 * Starts the engine on the data source and the transactions of everything else: what a command writes and what the
 * engine writes for it are committed together or not at all.
 */
@Startup
@Singleton
@DependsOn({"SchemaMigrator", "ResumeClock"})
@TransactionManagement(TransactionManagementType.BEAN)
public class EngineStart {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @Resource(lookup = "java:/TransactionManager")
    private TransactionManager transactions;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private BeanManager beans;

    @Inject
    private Instance<RequestContextController> requestContexts;

    @Inject
    private Engine engine;

    @Inject
    private Caller caller;

    @Inject
    private ServiceLevels serviceLevels;

    @Inject
    private ReviewIntervals reviewIntervals;

    @Inject
    private LedgerLimits ledgerLimits;

    @Inject
    private Agenda agenda;

    private ProcessEngine running;
    private ManagedJobExecutor jobs;

    @PostConstruct
    void start() {
        JakartaTransactionProcessEngineConfiguration configuration = new JakartaTransactionProcessEngineConfiguration();
        EngineSettings.applyTo(configuration);
        jobs = new ManagedJobExecutor(threads, requestContexts, caller);
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setBeans(new NamedBeans(beans));
        configuration.setJobExecutor(jobs);
        // started below, when the models are there
        configuration.setJobExecutorActivate(false);
        // the engine writes what an empty database lacks, and would fail where another node does so at the same time
        try (StartTurn turn = StartTurn.awaited(database)) {
            running = configuration.buildProcessEngine();
            engine.start(running, ShippedModels.read(ShippedModels.folder()));
        }
        askEverythingOnce();
        ProcessesOfOpenCases.check(database);
        jobs.start();
        agenda.add(new EngineJobs(running, jobs));
    }

    /** An organisation's own tables may have gaps: one is found now, and not by the first case that falls into it. */
    private void askEverythingOnce() {
        for (Outcome severity : Outcome.values()) {
            for (ObligationKind kind : ObligationKind.values()) {
                serviceLevels.of(kind, severity);
            }
            reviewIntervals.after(severity);
        }
        for (Level level : Level.values()) {
            ledgerLimits.of(level);
        }
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            jobs.shutdown();
            running.close();
        }
    }
}

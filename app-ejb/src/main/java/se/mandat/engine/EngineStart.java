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

/**
 * Starts the engine on the data source and the transactions of everything else: what a command writes and what the
 * engine writes for it are committed together or not at all.
 */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
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

    private ProcessEngine running;
    private ManagedJobExecutor jobs;

    @PostConstruct
    void start() {
        JakartaTransactionProcessEngineConfiguration configuration = new JakartaTransactionProcessEngineConfiguration();
        EngineSettings.applyTo(configuration);
        jobs = new ManagedJobExecutor(threads, requestContexts);
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setBeans(new NamedBeans(beans));
        configuration.setJobExecutor(jobs);
        // started below, when the models are there
        configuration.setJobExecutorActivate(false);
        running = configuration.buildProcessEngine();
        engine.start(running, ShippedModels.read(ShippedModels.folder()));
        jobs.start();
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            jobs.shutdown();
            running.close();
        }
    }
}

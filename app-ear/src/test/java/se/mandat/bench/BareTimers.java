package se.mandat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * The process engine by itself, at full history, with {@code deadline.bpmn} behind a timer of the engine's own and
 * delegates that do nothing. Its job executor has all that is known to make it fast: an index on due jobs, acquisition by
 * due date in large batches, no metrics, and as many threads as we have.
 */
final class BareTimers implements AutoCloseable {

    private static final String DEADLINE = "deadline";
    private static final int BATCH = 48;

    private static final String DIRECTLY =
            "<bpmn:sequenceFlow id=\"flow_TimeHasCome\" sourceRef=\"startEvent_TimeHasCome\""
                    + " targetRef=\"gateway_WhatIsDue\" />";

    private static final String BEHIND_A_TIMER =
            """
            <bpmn:sequenceFlow id="flow_TimeHasCome" sourceRef="startEvent_TimeHasCome" targetRef="timer_TimeComes" />
            <bpmn:intermediateCatchEvent id="timer_TimeComes">
              <bpmn:timerEventDefinition id="timerDefinition_TimeComes">
                <bpmn:timeDate>2020-01-01T00:00:00</bpmn:timeDate>
              </bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="flow_TimeComes" sourceRef="timer_TimeComes" targetRef="gateway_WhatIsDue" />
            """;

    private static final List<String> TABLES = List.of(
            "act_ru_execution",
            "act_ru_variable",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_job_log");

    private static final Set<String> IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "execution_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "var_scope_",
            "var_inst_id_",
            "job_id_");

    private final AtomicInteger fired = new AtomicInteger();
    private int wanted;
    private final Database database;
    private final ProcessEngine engine;
    private final DefaultJobExecutor jobs;

    /**
     * @param database an empty database; the tables are made there
     * @param url its JDBC address
     */
    BareTimers(Database database, String url, int threads) {
        this.database = database;
        jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(threads);
        jobs.setMaxPoolSize(threads);
        jobs.setQueueSize(BATCH);
        jobs.setMaxJobsPerAcquisition(BATCH);
        jobs.setLockTimeInMillis((int) Duration.ofMinutes(1).toMillis());
        jobs.setWaitTimeInMillis(10);
        jobs.setMaxWait(1_000);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("timers");
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername("postgres");
        configuration.setJdbcPassword("postgres");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setJobExecutorDeploymentAware(false);
        configuration.setJobExecutorAcquireByDueDate(true);
        configuration.setJobExecutorActivate(false);
        configuration.setJobExecutor(jobs);
        JavaDelegate counts = execution -> fired.incrementAndGet();
        Map<Object, Object> beans = new HashMap<>();
        for (String step : List.of(
                "remindObligation", "tellManager", "moveObligation", "lapseObligation", "tellOfBrokenObligation")) {
            beans.put(step, counts);
        }
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        database.execute("create index due on act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1");
        engine.getRepositoryService()
                .createDeployment()
                .addString(DEADLINE + ".bpmn", behindATimer())
                .deploy();
    }

    /** Our own process, except that the engine waits for the time to come. */
    private static String behindATimer() {
        try (InputStream model = BareTimers.class.getResourceAsStream("/obligation/" + DEADLINE + ".bpmn")) {
            String ours = new String(model.readAllBytes(), StandardCharsets.UTF_8);
            String waiting = ours.replace(DIRECTLY, BEHIND_A_TIMER);
            if (waiting.equals(ours)) {
                throw new IllegalStateException(DEADLINE + " no longer begins with " + DIRECTLY);
            }
            return waiting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets so many timers be due at once, half of them for a reminder. */
    void fill(int timers) {
        copies("REMIND", 1, timers / 2);
        copies("TELL", timers / 2 + 1, timers);
        database.execute("vacuum analyze " + String.join(", ", TABLES));
    }

    private void copies(String next, int from, int to) {
        String original = engine.getRuntimeService()
                .startProcessInstanceByKey(DEADLINE, "M-0", Map.of("obligationId", "0", "next", next))
                .getId();
        database.behindItsBack(
                TABLES.stream().map(table -> insert(table, original, from, to)).toList());
        engine.getRuntimeService().deleteProcessInstance(original, "copied");
    }

    private String insert(String table, String original, int from, int to) {
        List<String> columns =
                database.texts("select column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name = '" + table + "' order by ordinal_position");
        String values = columns.stream()
                .map(column -> IDS.contains(column)
                        ? "md5(t." + column + " || '/' || k)::uuid::text"
                        : column.equals("business_key_") ? "'M-' || k" : "t." + column)
                .collect(Collectors.joining(", "));
        String instance = columns.contains("proc_inst_id_") ? "proc_inst_id_" : "process_instance_id_";
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " t, generate_series(" + from + ", " + to + ") k where t." + instance + " = '" + original + "'";
    }

    /** Lets so many of them fire. @return how many nanoseconds that took */
    long fire(int timers) {
        // what was on its way when the last ones were counted is not asked for again
        wanted += timers;
        long begin = System.nanoTime();
        jobs.start();
        while (fired.get() < wanted) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        long took = System.nanoTime() - begin;
        jobs.shutdown();
        // what it has taken and not begun would be nobody's for a minute
        database.execute("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null");
        return took;
    }

    @Override
    public void close() {
        engine.close();
    }
}

package se.mandat.demonstration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import se.mandat.cases.KeepDeadlines;
import se.mandat.demonstration.DemonstrationCases.Scene;
import se.mandat.organisation.Directory;
import se.mandat.shared.Preparation;
import se.mandat.shared.SystemTime;
import se.mandat.shared.Way;
import se.mandat.worktime.WorkingCalendar;

/**
 * Plays the demonstration once: on a node started with {@code mandat.demo=true} and an empty database, as soon as the
 * directory has been read and before the first request is served. Afterwards the time is the system's for good.
 */
@Startup
@Singleton
@DependsOn({"SchemaMigrator", "EngineStart"})
@RunAs("employee")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Demonstration {

    private static final Logger LOG = Logger.getLogger(Demonstration.class.getName());
    private static final long LOOK_EVERY_MILLIS = 500;

    @Resource
    private TimerService timers;

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    @Inject
    private Preparation preparation;

    @Inject
    private Directory directory;

    @Inject
    private KeepDeadlines deadlines;

    @Inject
    private SystemTime time;

    @Inject
    private Clock clock;

    @Inject
    private Provider<DemonstrationCases> cases;

    @PostConstruct
    void prepare() {
        if (Boolean.getBoolean("mandat.demo") && hasNoCases()) {
            preparation.begin();
            timers.createIntervalTimer(LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, new TimerConfig(null, false));
        }
    }

    @Timeout
    void playOnceTheDirectoryIsRead(Timer timer) {
        if (directory.now().isEmpty()) {
            return;
        }
        timer.cancel();
        try {
            play(clock.instant());
        } finally {
            time.followTheMachine();
            preparation.end();
        }
    }

    /** Between what people do, reminders and rungs come as they would have come. */
    private void play(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        WorkingCalendar calendar = WorkingCalendar.standard();
        List<Scene> scenes = cases.get().before(today).stream()
                .sorted(Comparator.comparing(scene -> scene.at().before(today, calendar)))
                .toList();
        PastClock past = new PastClock(scenes.getFirst().at().before(today, calendar));
        time.follow(past);
        Way way = new Way(deadlines, past::moveTo);
        for (Scene scene : scenes) {
            way.walk(past.instant(), scene.at().before(today, calendar));
            scene.happens().run();
        }
        way.walk(past.instant(), now);
        LOG.info(() -> "The demonstration has been played: " + scenes.size() + " scenes");
    }

    private boolean hasNoCases() {
        return entityManager
                .createNativeQuery("select 1 from case_ limit 1", Integer.class)
                .getResultList()
                .isEmpty();
    }
}

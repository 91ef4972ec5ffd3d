package se.mandat.cases;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import se.mandat.organisation.Directory;
import se.mandat.shared.Actor;
import se.mandat.shared.Agenda;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Preparation;
import se.mandat.shared.TimedWork;
import se.mandat.worktime.ClosingDayChange;

/**
 * Looks every two seconds, on every node, whether a closing day has come or gone, and works out what is then due when.
 * What fails stops nothing else, but the change has not been worked out before it succeeds.
 */
@Startup
@Singleton
@DependsOn({"EngineStart", "Demonstration"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs("system")
@PermitAll
@LocalBean
public class KeepDueTimes implements TimedWork {

    private static final Logger LOG = System.getLogger(KeepDueTimes.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 500;

    @Resource
    private TimerService timers;

    @Resource
    private SessionContext context;

    @Inject
    private Agenda agenda;

    @Inject
    private RecomputeDueTimes recompute;

    @Inject
    private Preparation preparation;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final ReentrantLock looking = new ReentrantLock();

    @PostConstruct
    void start() {
        agenda.add(context.getBusinessObject(KeepDueTimes.class));
        timers.createIntervalTimer(LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void look() {
        if (!preparation.isOver() || directory.now().isEmpty() || !looking.tryLock()) {
            return;
        }
        try {
            workOut();
        } catch (EJBException e) {
            LOG.log(Logger.Level.WARNING, "Changed closing days could not be read, and are read again soon", e);
        } finally {
            looking.unlock();
        }
    }

    /** Now, while something is to be worked out; else when what has failed is tried again. */
    @Override
    public Optional<Instant> nextAt() {
        return recompute.next().map(change -> clock.instant()).or(() -> recompute.tries().stream()
                .findFirst());
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return recompute.tries().stream().filter(at -> at.isAfter(moment)).findFirst();
    }

    /** Works out at once what has failed of a change. @return whether there is such a change */
    public boolean retry(UUID change) {
        if (!recompute.tryNow(change)) {
            return false;
        }
        looking.lock();
        try {
            workOut();
        } finally {
            looking.unlock();
        }
        return true;
    }

    /** Works out what follows from the closing days as they are, and answers when it has. */
    @Override
    public void runUntil(Instant now) {
        looking.lock();
        try {
            workOut();
        } finally {
            looking.unlock();
        }
    }

    private void workOut() {
        for (Optional<ClosingDayChange> next = recompute.next(); next.isPresent(); next = recompute.next()) {
            workOut(next.get());
        }
    }

    private void workOut(ClosingDayChange change) {
        Actor before = caller.exchange(Actor.of(change.changedBy()));
        try {
            String reached = change.reached();
            List<String> numbers = recompute.cases(change, reached, AT_ONCE);
            while (!numbers.isEmpty()) {
                numbers.forEach(number -> workOut(change, number));
                reached = numbers.getLast();
                numbers = recompute.cases(change, reached, AT_ONCE);
            }
            recompute.passed(change);
        } finally {
            caller.exchange(before);
        }
    }

    private void workOut(ClosingDayChange change, String caseNumber) {
        try {
            recompute.handle(change, caseNumber);
        } catch (EJBException | MandatException e) {
            LOG.log(Logger.Level.WARNING, "What is due on " + caseNumber + " could not be worked out anew", e);
            recompute.failed(change, caseNumber, Incident.failureOf(e));
        }
    }
}

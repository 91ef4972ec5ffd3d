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
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import se.mandat.obligation.Ladder;
import se.mandat.organisation.Directory;
import se.mandat.shared.Actor;
import se.mandat.shared.Agenda;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Preparation;
import se.mandat.shared.TimedWork;

/**
 * Sees to it, on every node, that what absent people owe is held by those who stand in for them, and returns when they
 * are back. It looks through when the system starts, when the organisation, anybody's absence or the first working day
 * of one has changed, and when a period begins or ends; each case in a transaction of its own. What fails stops nothing
 * else and is tried again.
 *
 * <p>With {@code mandat.deadlines=by-hand} it never looks by itself, for tests that move the time.
 */
@Startup
@Singleton
@DependsOn({"EngineStart", "Demonstration", "KeepDueTimes"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs("system")
@PermitAll
@LocalBean
public class KeepStandIns implements TimedWork {

    private static final Logger LOG = System.getLogger(KeepStandIns.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    @Resource
    private SessionContext context;

    @Inject
    private Agenda agenda;

    @Inject
    private StandInForAbsent standInForAbsent;

    @Inject
    private Preparation preparation;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final ReentrantLock looking = new ReentrantLock();
    private volatile Seen seen;
    private long failedAt = System.nanoTime() - PAUSE.toNanos();

    /**
     * When it was looked through last, and which version of the organisation.
     *
     * @param turns when periods of anybody's begin and end, as it was known
     * @param failures how many looks in a row have left something to be looked at again; 0 when this one has not
     */
    private record Seen(long version, Instant at, List<Instant> turns, int failures) {

        /** When there is something to look at again. */
        Optional<Instant> nextAfter(Instant moment) {
            Stream<Instant> again = failures == 0 ? Stream.empty() : Stream.of(at.plus(Ladder.pause(failures - 1)));
            return Stream.concat(again, turns.stream())
                    .filter(turn -> turn.isAfter(moment))
                    .min(Instant::compareTo);
        }
    }

    @PostConstruct
    void start() {
        agenda.add(context.getBusinessObject(KeepStandIns.class));
        if (!"by-hand".equals(System.getProperty("mandat.deadlines"))) {
            timers.createIntervalTimer(LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), new TimerConfig(null, false));
        }
    }

    @Timeout
    void look() {
        if (!preparation.isOver() || directory.now().isEmpty() || !looking.tryLock()) {
            return;
        }
        try {
            Instant now = clock.instant();
            boolean patient = System.nanoTime() - failedAt >= PAUSE.toNanos();
            if (isDue(now) && patient) {
                run(now, false);
            }
        } catch (EJBException e) {
            failedAt = System.nanoTime();
            LOG.log(Logger.Level.WARNING, "Who is away could not be read, and is read again soon", e);
        } finally {
            looking.unlock();
        }
    }

    /**
     * Lets everything be held by whoever should hold it now, waiting for whoever holds a case. Does nothing when that has
     * been done and nobody has gone away or come back since.
     */
    @Override
    public void runUntil(Instant now) {
        looking.lock();
        try {
            if (isDue(now)) {
                run(now, true);
            }
        } finally {
            looking.unlock();
        }
    }

    /**
     * When somebody's period next begins or ends, or something is looked at again; now, when the organisation or when
     * somebody is away has changed since the last look.
     */
    @Override
    public Optional<Instant> nextAt() {
        Seen last = seen;
        return isOld(last) ? Optional.of(clock.instant()) : last.nextAfter(last.at());
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return Optional.ofNullable(seen).flatMap(last -> last.nextAfter(moment));
    }

    /** Lets everything open on one case be held by whoever should hold it now. @return whether it has been seen to */
    public boolean run(String caseNumber) {
        return settled(caseNumber, true);
    }

    private boolean isDue(Instant now) {
        Seen last = seen;
        return isOld(last)
                || last.failures() > 0
                || now.isBefore(last.at())
                || last.nextAfter(last.at()).filter(turn -> !turn.isAfter(now)).isPresent();
    }

    /** A closing day can change when somebody's period begins. */
    private boolean isOld(Seen last) {
        return last == null
                || last.version() != directory.version()
                || !last.turns().equals(standInForAbsent.turns());
    }

    private void run(Instant now, boolean waiting) {
        long version = directory.version();
        List<Instant> turns = standInForAbsent.turns();
        boolean whole = true;
        for (String caseNumber : standInForAbsent.concerned()) {
            whole &= settled(caseNumber, waiting);
        }
        int before = seen == null ? 0 : seen.failures();
        seen = new Seen(version, now, turns, whole ? 0 : before + 1);
    }

    private boolean settled(String caseNumber, boolean waiting) {
        Actor before = caller.exchange(Actor.SYSTEM);
        try {
            return standInForAbsent.handle(caseNumber, waiting);
        } catch (EJBException | MandatException e) {
            failedAt = System.nanoTime();
            LOG.log(Logger.Level.WARNING, "Who holds what is owed on " + caseNumber + " could not be settled", e);
            return false;
        } finally {
            caller.exchange(before);
        }
    }
}

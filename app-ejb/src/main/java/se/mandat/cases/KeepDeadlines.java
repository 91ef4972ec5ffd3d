package se.mandat.cases;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import se.mandat.obligation.Obligations.Due;
import se.mandat.organisation.Directory;
import se.mandat.shared.Actor;
import se.mandat.shared.Agenda;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;
import se.mandat.shared.Preparation;
import se.mandat.shared.TimedWork;

/**
 * Looks every two seconds, on every node, for what is due of the open obligations and lets it happen, each in a
 * transaction of its own: of different cases side by side, of one case one after another in the order of their moments.
 * What fails stops nothing else, and is tried again later.
 *
 * <p>With {@code mandat.deadlines=by-hand} it never looks by itself, for tests that move the time.
 */
@Startup
@Singleton
@DependsOn({"EngineStart", "Demonstration", "KeepStandIns"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs("system")
@PermitAll
@LocalBean
public class KeepDeadlines implements TimedWork {

    private static final Logger LOG = System.getLogger(KeepDeadlines.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;

    @Resource
    private TimerService timers;

    @Resource
    private SessionContext context;

    @Inject
    private Agenda agenda;

    @Inject
    private MeetDeadline meetDeadline;

    @Inject
    private Preparation preparation;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Instance<RequestContextController> requestContexts;

    private final ReentrantLock looking = new ReentrantLock();
    private Hands hands;
    private KeepDeadlines self;

    @PostConstruct
    void start() {
        hands = new Hands(threads, requestContexts);
        self = context.getBusinessObject(KeepDeadlines.class);
        agenda.add(self);
        if (!"by-hand".equals(System.getProperty("mandat.deadlines"))) {
            timers.createIntervalTimer(LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), new TimerConfig(null, false));
        }
    }

    @PreDestroy
    void stop() {
        hands.rest();
    }

    @Timeout
    void look() {
        if (!preparation.isOver() || directory.now().isEmpty() || !looking.tryLock()) {
            return;
        }
        try {
            run(clock.instant(), false);
        } catch (EJBException e) {
            LOG.log(Logger.Level.WARNING, "What is due could not be read, and is read again soon", e);
        } finally {
            looking.unlock();
        }
    }

    /** Lets everything happen that is due by now, waiting for whoever holds a case, and answers when it has. */
    @Override
    public void runUntil(Instant now) {
        looking.lock();
        try {
            run(now, true);
        } finally {
            looking.unlock();
        }
    }

    /** When the next thing is due on any case; empty when nothing is open. */
    @Override
    public Optional<Instant> nextAt() {
        return meetDeadline.nextDue();
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return meetDeadline.nextDueAfter(moment);
    }

    /** Lets happen what is due of one obligation now, also when it has failed and waits. @return whether it has happened */
    public boolean run(String caseNumber, UUID obligation) {
        return meet(caseNumber, obligation, () -> meetDeadline.tryNow(caseNumber, obligation))
                .happened();
    }

    private void run(Instant now, boolean waiting) {
        List<Due> before = List.of();
        List<Due> due = meetDeadline.due(now, AT_ONCE);
        // the same again: others hold all of it, or it cannot even be put off
        while (!due.equals(before)) {
            share(due, waiting);
            before = due;
            due = meetDeadline.due(now, AT_ONCE);
        }
    }

    private void share(List<Due> due, boolean waiting) {
        Map<String, Due> firstByCase = new LinkedHashMap<>();
        due.forEach(one -> firstByCase.putIfAbsent(one.caseNumber(), one));
        List<Runnable> work = new ArrayList<>();
        firstByCase.values().forEach(first -> work.add(() -> self.run(first, waiting)));
        if (!waiting && !work.isEmpty()) {
            // nodes that look at the same time begin at different places, and so seldom reach for the same case
            Collections.rotate(work, ThreadLocalRandom.current().nextInt(work.size()));
        }
        hands.share(work);
    }

    /** Lets happen what is due of one case. Public since the role comes with a call from outside, on whatever thread. */
    public void run(Due first, boolean waiting) {
        for (UUID next = first.id(); next != null; ) {
            UUID obligation = next;
            next = meet(
                            first.caseNumber(),
                            obligation,
                            () -> meetDeadline.handle(first.caseNumber(), obligation, waiting))
                    .next();
        }
    }

    private MeetDeadline.Met meet(String caseNumber, UUID obligation, Supplier<MeetDeadline.Met> step) {
        Actor before = caller.exchange(Actor.SYSTEM);
        try {
            return step.get();
        } catch (EJBException | MandatException e) {
            LOG.log(Logger.Level.WARNING, "What is due of an obligation of " + caseNumber + " has failed", e);
            hold(caseNumber, obligation, Incident.failureOf(e));
            return MeetDeadline.Met.NOTHING;
        } finally {
            caller.exchange(before);
        }
    }

    private void hold(String caseNumber, UUID obligation, String failure) {
        try {
            meetDeadline.hold(caseNumber, obligation, failure);
        } catch (EJBException e) {
            LOG.log(Logger.Level.WARNING, "Nor could it be put off, so it is tried again at once: " + caseNumber, e);
        }
    }
}

package se.mandat.notification;

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
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import se.mandat.organisation.Directory;
import se.mandat.shared.Agenda;
import se.mandat.shared.Preparation;
import se.mandat.shared.TimedWork;

/**
 * Sorts and sends the post: looks every five seconds, on every node. A mail server that is down, slow or refuses holds
 * up nobody but the postman.
 *
 * <p>With {@code mandat.post=by-hand} it never looks by itself, for tests that move the time.
 */
@Startup
@Singleton
@DependsOn({"EngineStart", "Demonstration", "KeepDeadlines"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs("system")
@PermitAll
@LocalBean
public class Postman implements TimedWork {

    private static final Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration SORT_EVERY = Duration.ofMinutes(1);
    private static final int SORTED_AT_ONCE = 500;

    @Resource
    private TimerService timers;

    @Resource
    private SessionContext context;

    @Inject
    Agenda agenda;

    @Inject
    SortPost sortPost;

    @Inject
    SendPost sendPost;

    @Inject
    MailServer server;

    @Inject
    MailSettings settings;

    @Inject
    Preparation preparation;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    private final ReentrantLock working = new ReentrantLock();
    private volatile LetterWriter writer;

    @PostConstruct
    void start() {
        LOG.log(
                Logger.Level.INFO,
                settings.isOn()
                        ? "Mail is sent by " + settings.host() + ":" + settings.port()
                        : "No mail is sent: MANDAT_SMTP_HOST names no mail server");
        agenda.add(context.getBusinessObject(Postman.class));
        if (!"by-hand".equals(System.getProperty("mandat.post"))) {
            timers.createIntervalTimer(LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), new TimerConfig(null, false));
        }
    }

    /** From now on letters are written by this; nothing is sent before. */
    public void letWrite(LetterWriter somebody) {
        writer = somebody;
    }

    @Timeout
    void look() {
        if (!working.tryLock()) {
            return;
        }
        try {
            work(false);
        } catch (EJBException e) {
            LOG.log(Logger.Level.WARNING, "The post could not be sorted or marked, and is looked at again soon", e);
        } finally {
            working.unlock();
        }
    }

    /**
     * Sorts everything that somebody has been told by now, as the clock says, and sends what is due; answers when it has
     * been tried.
     */
    @Override
    public void runUntil(Instant now) {
        working.lock();
        try {
            work(true);
        } finally {
            working.unlock();
        }
    }

    /** When there is next something to sort or to send; empty where nothing is. */
    @Override
    public Optional<Instant> nextAt() {
        return settings.isOn() && writer != null ? sortPost.nextAt() : Optional.empty();
    }

    @Override
    public Optional<Instant> nextAfter(Instant moment) {
        return settings.isOn() && writer != null ? sortPost.nextAfter(moment) : Optional.empty();
    }

    /** The time is asked anew for each mail: a mail server may take its time, and leases begin when a mail is taken. */
    private void work(boolean evenWhenUnreachable) {
        if (!preparation.isOver() || directory.now().isEmpty() || writer == null) {
            return;
        }
        if (!settings.isOn()) {
            Instant now = clock.instant();
            boolean more = true;
            while (more) {
                more = sortPost.leaveUnmailed(now, SORTED_AT_ONCE);
            }
            return;
        }
        Instant sorted = sort();
        try (MailServer.Round round = server.round()) {
            Optional<Mail> mail = sendPost.next(clock.instant());
            while (mail.isPresent() && (send(mail.get(), round) || evenWhenUnreachable)) {
                if (!clock.instant().isBefore(sorted.plus(SORT_EVERY))) {
                    sorted = sort();
                }
                mail = sendPost.next(clock.instant());
            }
        }
    }

    /** @return the moment up to which everything has been sorted and put into mails */
    private Instant sort() {
        Instant now = clock.instant();
        boolean more = true;
        while (more) {
            more = sortPost.sort(now, SORTED_AT_ONCE);
        }
        sortPost.due(now).forEach(recipient -> sortPost.gather(recipient, now));
        return now;
    }

    /** @return false when the mail server could not be reached, and the others need not be tried just now */
    private boolean send(Mail mail, MailServer.Round round) {
        // a task keeps whatever is thrown: no letter, whatever is wrong with it, keeps the others from being sent
        FutureTask<Boolean> task = new FutureTask<>(() -> handOver(mail, round));
        task.run();
        if (task.state() == Future.State.SUCCESS) {
            end(mail, task.resultNow());
            return true;
        }
        UndeliveredException undelivered = undelivered(mail, task.exceptionNow());
        sendPost.failed(mail, undelivered.trouble(), undelivered.reached(), clock.instant());
        return undelivered.trouble() != MailTrouble.UNREACHABLE;
    }

    /** @return false when there was nothing left to tell */
    private boolean handOver(Mail mail, MailServer.Round round) throws UndeliveredException {
        Optional<Letter> letter = sendPost.letter(mail);
        if (letter.isPresent()) {
            round.send(letter.get(), writer.write(letter.get()), clock.instant());
        }
        return letter.isPresent();
    }

    private void end(Mail mail, boolean sent) {
        if (sent) {
            sendPost.sent(mail, clock.instant());
        } else {
            sendPost.dropped(mail, clock.instant());
        }
    }

    private static UndeliveredException undelivered(Mail mail, Throwable thrown) {
        if (thrown instanceof UndeliveredException undelivered) {
            LOG.log(Logger.Level.WARNING, "Mail {0} was not taken: {1}", mail.id(), undelivered.trouble());
            return undelivered;
        }
        LOG.log(Logger.Level.WARNING, "Mail {0} could not be written: {1}", mail.id(), kind(thrown));
        return new UndeliveredException(MailTrouble.UNWRITABLE, thrown);
    }

    /** What was thrown at the bottom, and where; a message could hold anybody's words. */
    private static String kind(Throwable thrown) {
        Throwable bottom = thrown;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return bottom.getClass().getName()
                + Arrays.stream(bottom.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("se.mandat."))
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }
}

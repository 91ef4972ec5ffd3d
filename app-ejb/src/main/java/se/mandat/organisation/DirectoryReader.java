package se.mandat.organisation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.MandatException;

/**
 * Keeps the directory read: when the system starts, on a schedule that all nodes share, and when somebody logs in whom
 * nobody knows. An identity provider that cannot be read changes nothing; that it cannot is logged once, and again when
 * it is over.
 */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs("system")
@PermitAll
public class DirectoryReader {

    private static final Logger LOG = System.getLogger(DirectoryReader.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Strangers do not make the identity provider work harder than this. */
    private static final Duration BETWEEN_STRANGERS = Duration.ofSeconds(5);

    @Resource
    private TimerService timers;

    @Inject
    private IdentityProvider identityProvider;

    @Inject
    private ReadDirectory readDirectory;

    @Inject
    private Directory directory;

    @Inject
    private Caller caller;

    private final ReentrantLock reading = new ReentrantLock();
    private boolean soonAgain;
    private String trouble;
    private long strangerAt = System.nanoTime() - BETWEEN_STRANGERS.toNanos();

    public DirectoryReader() {}

    DirectoryReader(
            IdentityProvider identityProvider, ReadDirectory readDirectory, Directory directory, Caller caller) {
        this.identityProvider = identityProvider;
        this.readDirectory = readDirectory;
        this.directory = directory;
        this.caller = caller;
    }

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, LOOK_EVERY.toMillis(), new TimerConfig(null, false));
    }

    /** Takes notice of readings by other nodes, and reads when it is due and no other node does. */
    @Timeout
    void look() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            directory.refresh();
            OptionalLong ticket = soonAgain ? OptionalLong.of(readDirectory.ticket()) : readDirectory.ticketWhenDue();
            if (ticket.isPresent()) {
                read(ticket.getAsLong());
            }
        } catch (EJBException | TablesUnavailable e) {
            failed("its answer could not be taken in", e);
        } finally {
            reading.unlock();
        }
    }

    /**
     * Reads the identity provider now, waiting for a reading that is under way.
     *
     * @return true when the directory is now as the identity provider has it
     */
    public boolean readNow() {
        reading.lock();
        try {
            return read(readDirectory.ticket());
        } finally {
            reading.unlock();
        }
    }

    /**
     * For somebody who has just logged in: reads the identity provider if they are unknown, at most every five seconds
     * for all such people together.
     *
     * @return true when they are known and active
     */
    public boolean welcome(String username) {
        if (isActive(username)) {
            return true;
        }
        if (!isFree()) {
            return false;
        }
        try {
            boolean mayRead = System.nanoTime() - strangerAt >= BETWEEN_STRANGERS.toNanos();
            if (!isActive(username) && mayRead) {
                strangerAt = System.nanoTime();
                read(readDirectory.ticket());
            }
            return isActive(username);
        } finally {
            reading.unlock();
        }
    }

    /** Waits a little for a reading that is under way, but holds nobody up for long when it hangs. */
    private boolean isFree() {
        try {
            return reading.tryLock(BETWEEN_STRANGERS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isActive(String username) {
        return directory.now().person(username).filter(Person::active).isPresent();
    }

    private boolean read(long ticket) {
        try {
            Register answered = identityProvider.read();
            takeIn(ticket, answered);
        } catch (ReadingRefused e) {
            failed(e.getMessage(), e.getCause());
            return false;
        } catch (EJBException | MandatException e) {
            // a refusal comes as it is: some debt of those who have left could be given to nobody
            failed("its answer could not be taken in", e);
            return false;
        }
        succeeded();
        return true;
    }

    private void takeIn(long ticket, Register answered) throws ReadingRefused {
        Actor before = caller.exchange(Actor.SYSTEM);
        try {
            readDirectory.takeIn(ticket, answered);
        } finally {
            caller.exchange(before);
        }
    }

    private void failed(String why, Throwable cause) {
        soonAgain = true;
        if (!Objects.equals(trouble, why)) {
            trouble = why;
            LOG.log(
                    Logger.Level.WARNING,
                    "The identity provider was not read, and what was read last stands: " + why,
                    cause);
        }
    }

    private void succeeded() {
        soonAgain = false;
        if (trouble != null) {
            trouble = null;
            LOG.log(Logger.Level.INFO, "The identity provider is read again.");
        }
    }
}

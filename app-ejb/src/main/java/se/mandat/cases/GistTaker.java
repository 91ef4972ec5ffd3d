package se.mandat.cases;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
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

/**
 * Has the gist of what is new taken every two seconds, on every node, so that no command waits for it. What no node has
 * taken is found at the next start, which begins with the first voice.
 */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
@RunAs("system")
@PermitAll
public class GistTaker {

    private static final Logger LOG = System.getLogger(GistTaker.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Resource
    private TimerService timers;

    @Inject
    private TakeGists takeGists;

    private long seen;
    private boolean failing;

    public GistTaker() {}

    GistTaker(TakeGists takeGists) {
        this.takeGists = takeGists;
    }

    @PostConstruct
    void start() {
        timers.createIntervalTimer(0, LOOK_EVERY.toMillis(), new TimerConfig(null, false));
    }

    /** When this returns, whatever had been committed before can be found, unless the log says why not. */
    @Timeout
    public void takeWhatIsNew() {
        try {
            for (long now = takeGists.after(seen); now > seen; now = takeGists.after(seen)) {
                seen = now;
            }
            succeeded();
        } catch (EJBException e) {
            failed(e);
        }
    }

    private void failed(EJBException cause) {
        if (!failing) {
            failing = true;
            LOG.log(Logger.Level.WARNING, "New cases are not found as similar ones for now.", cause);
        }
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            LOG.log(Logger.Level.INFO, "New cases are found as similar ones again.");
        }
    }
}

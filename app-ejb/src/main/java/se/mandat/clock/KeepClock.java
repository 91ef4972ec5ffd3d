package se.mandat.clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import se.mandat.shared.Preparation;

/**
 * Lets the simulated clock begin when everything else has been prepared and before the first request is served, and
 * afterwards follows it twice a second to where other nodes have moved it.
 */
@Startup
@Singleton
@DependsOn({"ResumeClock", "Demonstration"})
@PermitAll
public class KeepClock {

    private static final Logger LOG = System.getLogger(KeepClock.class.getName());
    private static final long LOOK_EVERY_MILLIS = 500;

    @Resource
    private TimerService timers;

    @Inject
    private Preparation preparation;

    @Inject
    private SimulatedClock clock;

    @PostConstruct
    void start() {
        if (!clock.isOn()) {
            return;
        }
        if (clock.now().isEmpty()) {
            preparation.begin();
        }
        timers.createIntervalTimer(LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, new TimerConfig(null, false));
    }

    @Timeout
    void look() {
        try {
            if (clock.now().isPresent()) {
                clock.follow();
            } else if (preparation.isOverButOne()) {
                clock.begin();
                preparation.end();
            }
        } catch (ClockUnavailable e) {
            LOG.log(Logger.Level.WARNING, "Where the clock stands could not be read, and is read again soon", e);
        }
    }
}

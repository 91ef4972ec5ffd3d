package se.mandat.clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Takes the simulated clock up where it stood, before anything is started that could be early by the machine's. */
@Startup
@Singleton
@DependsOn("SchemaMigrator")
@PermitAll
public class ResumeClock {

    @Inject
    private SimulatedClock clock;

    @PostConstruct
    void start() {
        if (clock.isOn()) {
            clock.resume();
        }
    }
}

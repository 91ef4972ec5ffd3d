package se.mandat.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import se.mandat.clock.MoveClock;
import se.mandat.clock.SimulatedClock;
import se.mandat.web.platform.OnceAgreed;
import se.mandat.web.platform.Refusal;
import se.mandat.web.platform.Refused;
import se.mandat.web.platform.Stewards;

/** Reads and moves the clock, for pages and for programs. There is nothing to read where it is not simulated. */
@RequestScoped
public class ClockMoves {

    @Inject
    private SimulatedClock clock;

    @Inject
    private MoveClock moveClock;

    @Inject
    private OnceAgreed once;

    @Inject
    private HttpServletRequest request;

    /**
     * Where it stands.
     *
     * @throws Refused as NOT_FOUND where the machine's clock is the time
     */
    Instant now() {
        return clock.now().orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Moves it, once for each key, and answers where it stands then. */
    Instant move(MoveClock.Command command) {
        now();
        Stewards.mustAct(request);
        once.check(request);
        return moveClock.handle(command, to -> once.destination(request, to));
    }
}

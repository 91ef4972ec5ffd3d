package se.mandat.clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.mandat.shared.Agenda;
import se.mandat.shared.MandatException;
import se.mandat.shared.Problem;
import se.mandat.shared.Way;

/**
 * A steward moves the simulated clock. It stops at every moment at which something is due and lets that happen, each
 * thing in a transaction of its own, so that nothing runs late however far it goes. One at a time moves it.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed("steward")
public class MoveClock {

    @Inject
    private SimulatedClock clock;

    @Inject
    private ClockTable table;

    @Inject
    private Agenda agenda;

    /**
     * How far, or to when.
     *
     * @param advance a span of time as ISO 8601 says it, {@code P3D}; or null
     * @param to a time with its offset; or null
     */
    public record Command(String advance, String to) {}

    /** When something is due next; empty when nothing is planned. */
    @RolesAllowed({"steward", "auditor"})
    public Optional<Instant> nextDue() {
        return agenda.nextAt();
    }

    /**
     * Moves it and answers when all that came due has run.
     *
     * @param agreed is given the destination before anything happens and says where to go: there, or where the same
     *     command was to go when it was sent first
     * @return where it stands
     * @throws MandatException INVALID when the command says no time ahead; NOT_NOW while somebody else moves it
     */
    public Instant handle(Command command, UnaryOperator<Instant> agreed) {
        return table.alone(() -> move(command, agreed))
                .orElseThrow(() -> new MandatException(Problem.NOT_NOW, "clock.moving"));
    }

    private Instant move(Command command, UnaryOperator<Instant> agreed) {
        clock.follow();
        Instant from = clock.now().orElseThrow();
        Instant to = agreed.apply(Destination.of(command.advance(), command.to(), from));
        if (!to.isBefore(from)) {
            new Way(agenda, clock::moveTo).walk(from, to);
        }
        return to;
    }
}

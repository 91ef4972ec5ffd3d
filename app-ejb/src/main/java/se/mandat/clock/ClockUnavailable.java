package se.mandat.clock;

import java.sql.SQLException;

/** The database does not say where the clock stands. */
class ClockUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClockUnavailable(SQLException cause) {
        super("the simulated clock, SQL state " + cause.getSQLState(), cause);
    }
}

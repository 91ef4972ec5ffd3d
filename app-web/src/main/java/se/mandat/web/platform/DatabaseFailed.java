package se.mandat.web.platform;

import java.sql.SQLException;

/** The database refused or did not answer; {@link Problems} says by its cause which. */
class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailed(SQLException cause) {
        super(cause);
    }
}

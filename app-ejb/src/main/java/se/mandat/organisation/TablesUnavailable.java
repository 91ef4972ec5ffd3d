package se.mandat.organisation;

import java.sql.SQLException;

/** The database does not answer, or not as it should. */
class TablesUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TablesUnavailable(SQLException cause) {
        super("the tables of the directory, SQL state " + cause.getSQLState(), cause);
    }
}

package se.mandat.notification;

import java.sql.SQLException;

/** The database does not answer, or not as it should. */
class PostUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostUnavailable(SQLException cause) {
        super("the tables of the post, SQL state " + cause.getSQLState(), cause);
    }
}

package se.mandat.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * A migration takes as long as it takes: the database may be silent meanwhile for longer than any command would wait.
 * One that was given up would be given up again at every start.
 */
final class Unhurried implements Callback {

    private static final Set<Event> MOMENTS =
            Set.of(Event.BEFORE_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);

    private int patience;

    @Override
    public boolean supports(Event event, Context context) {
        return MOMENTS.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                patience = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0);
            } else {
                connection.setNetworkTimeout(Runnable::run, patience);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The connection could not be told how long a migration may take", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}

package se.mandat.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Hands out connections of a database, and writes down for how many milliseconds it might have been silent when each
 * statement was made, and when the connection was given back.
 */
final class WatchedPatience {

    final List<Integer> withStatements = new ArrayList<>();
    final List<Integer> givenBack = new ArrayList<>();

    private final DataSource database;

    WatchedPatience(DataSource database) {
        this.database = database;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object answer = method.invoke(database, arguments);
            return answer instanceof Connection connection ? watched(connection) : answer;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "createStatement", "prepareStatement" -> withStatements.add(connection.getNetworkTimeout());
                case "close" -> noteWhatIsGivenBack(connection);
                default -> {}
            }
            return method.invoke(connection, arguments);
        });
    }

    private void noteWhatIsGivenBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            givenBack.add(connection.getNetworkTimeout());
        }
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}

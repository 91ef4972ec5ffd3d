package se.mandat.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Hands out one and the same connection, and writes down every statement or batch that went to the database. */
final class CountingDataSource {

    private static final Set<String> SENDS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

    private final Connection connection;
    private final List<String> sent = new ArrayList<>();

    CountingDataSource(Connection connection) {
        this.connection = connection;
    }

    /** What has been sent since the last time this was asked, one entry for each round trip. */
    List<String> takeSent() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    DataSource dataSource() {
        Connection counted = proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "close" -> null;
            case "prepareStatement" ->
                counting((PreparedStatement) method.invoke(connection, arguments), (String) arguments[0]);
            default -> method.invoke(connection, arguments);
        });
        return proxy(DataSource.class, (method, arguments) -> switch (method.getName()) {
            case "getConnection" -> counted;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private PreparedStatement counting(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (SENDS.contains(method.getName())) {
                sent.add(sql.replaceAll("--.*", "").strip().replaceAll("\\s+", " "));
            }
            return method.invoke(statement, arguments);
        });
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

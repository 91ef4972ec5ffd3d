package se.mandat.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Finds, at start, the open cases whose process is gone, or an open obligation of which has no process that waits for
 * it: tables restored apart, an instance deleted by hand. Such a case would stand still without anybody noticing, so it
 * is said in the log; nothing is mended by itself.
 */
final class ProcessesOfOpenCases {

    private static final Logger LOG = Logger.getLogger(ProcessesOfOpenCases.class.getName());

    private static final String MISSING =
            """
            select c.number from mandat.case_ c
            where c.stage <> 'CLOSED'
              and not exists (select from camunda.act_ru_execution e
                              join camunda.act_re_procdef p on p.id_ = e.proc_def_id_
                              where e.business_key_ = c.number and e.parent_id_ is null and p.key_ = 'case-handling')
            union
            select o.case_number from mandat.obligation o
            where o.state = 'OPEN'
              and not exists (select from camunda.act_ru_execution e where e.id_ = o.process_id::text)
            order by 1
            """;

    private ProcessesOfOpenCases() {}

    static void check(DataSource database) {
        List<String> missing = missingIn(database);
        if (!missing.isEmpty()) {
            LOG.severe(() -> "Open cases whose process is missing, so that nothing will move them on: " + missing);
        }
    }

    /** The numbers of those cases, in order. */
    static List<String> missingIn(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(MISSING);
                ResultSet rows = statement.executeQuery()) {
            List<String> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("The processes of the open cases could not be checked", e);
        }
    }
}

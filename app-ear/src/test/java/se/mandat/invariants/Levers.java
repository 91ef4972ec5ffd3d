package se.mandat.invariants;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import se.mandat.cases.CaseProcess;
import se.mandat.cases.GistTaker;
import se.mandat.cases.KeepDeadlines;
import se.mandat.cases.KeepDueTimes;
import se.mandat.cases.KeepStandIns;
import se.mandat.cases.OpenObligation;
import se.mandat.mandate.MandateInputs;
import se.mandat.mandate.MandateRuling;
import se.mandat.mandate.MandateTable;
import se.mandat.notification.Postman;
import se.mandat.obligation.Obligation;
import se.mandat.obligation.ObligationKind;
import se.mandat.obligation.Obligations;
import se.mandat.organisation.DirectoryReader;
import se.mandat.organisation.Level;
import se.mandat.shared.Actor;
import se.mandat.shared.Caller;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.DomainEvents;
import se.mandat.shared.Outcome;
import se.mandat.shared.SystemTime;

/** What a test outside cannot reach by any call of the application: its beans, pulled by name. See {@link Inside}. */
@WebServlet("/levers")
public class Levers extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private transient DataSource database;

    @Inject
    private transient UserTransaction transaction;

    @Inject
    private transient SystemTime time;

    @Inject
    private transient Clock clock;

    @Inject
    private transient DirectoryReader directoryReader;

    @Inject
    private transient GistTaker gistTaker;

    @Inject
    private transient CaseProcess process;

    @Inject
    private transient KeepDeadlines deadlines;

    @Inject
    private transient KeepStandIns standIns;

    @Inject
    private transient Postman postman;

    @Inject
    private transient KeepDueTimes dueTimes;

    @Inject
    private transient MandateTable table;

    @Inject
    private transient Obligations obligations;

    @Inject
    private transient OpenObligation openObligation;

    @Inject
    private transient DomainEvents events;

    @Inject
    private transient Caller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String with = request.getParameter("with");
        try {
            String said =
                    switch (request.getParameter("pull")) {
                        case "clock" -> standStill(Instant.parse(with));
                        case "machine" -> followTheMachine();
                        case "reading" -> String.valueOf(directoryReader.readNow());
                        case "gists" -> takeGists();
                        case "position" -> process.position(with).orElse("");
                        case "mandates" -> String.join("\n", reproduced());
                        case "twice" -> fulfilTwice(UUID.fromString(with));
                        case "step" -> opensAsATimerDoes(with);
                        case "due" -> letTimePass(with.split(" ")[0], Instant.parse(with.split(" ")[1]));
                        case "stand-ins" -> String.valueOf(standIns.run(with));
                        case "everybody" -> settleAll(Instant.parse(with));
                        case "turn" -> standIns.nextAt().map(Instant::toString).orElse("");
                        case "post" -> sendPost(Instant.parse(with));
                        case "calendars" -> workOutDueTimes();
                        case "all" -> runAll(Instant.parse(with));
                        case "keys" -> forgetOldKeys();
                        case "erasure" -> sayErased(with.split(" ")[0], with.split(" ")[1]);
                        default -> throw new IllegalArgumentException(request.getParameter("pull"));
                    };
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(said);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private String standStill(Instant at) {
        time.follow(Clock.fixed(at, ZoneOffset.UTC));
        return "";
    }

    /**
     * Moves the time to each moment at which something of this case is due, in order, and lets it happen; and to the end.
     *
     * @return the moments
     */
    private String letTimePass(String caseNumber, Instant until) throws SQLException {
        StringBuilder moments = new StringBuilder();
        String before = "";
        for (Due due = due(caseNumber, until); due != null; due = due(caseNumber, until)) {
            if (before.equals(due.toString())) {
                throw new IllegalStateException("again and again " + due);
            }
            before = due.toString();
            standStill(due.at());
            deadlines.run(caseNumber, due.id());
            moments.append(due.at()).append('\n');
        }
        standStill(until);
        return moments.toString();
    }

    private record Due(UUID id, Instant at) {}

    private Due due(String caseNumber, Instant until) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id, next_at from obligation"
                        + " where case_number = ? and state = 'OPEN' and next_at <= ? order by next_at, id limit 1")) {
            query.setString(1, caseNumber);
            query.setObject(2, until.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Due(
                                row.getObject("id", UUID.class),
                                row.getObject("next_at", OffsetDateTime.class).toInstant())
                        : null;
            }
        }
    }

    private String settleAll(Instant now) {
        standStill(now);
        standIns.runUntil(now);
        return standIns.nextAt().map(Instant::toString).orElse("");
    }

    private String runAll(Instant now) {
        standStill(now);
        deadlines.runUntil(now);
        return "";
    }

    private String sendPost(Instant now) {
        standStill(now);
        postman.runUntil(now);
        return "";
    }

    private String workOutDueTimes() {
        dueTimes.runUntil(clock.instant());
        return "";
    }

    /** It stands in the other web archive, whose classes are not seen from here: found by its name, which is ours. */
    @SuppressWarnings("BanJNDI")
    private static String forgetOldKeys() throws ServletException {
        try {
            Object forgetOldKeys = new InitialContext().lookup("java:app/app-web/ForgetOldKeys");
            forgetOldKeys.getClass().getMethod("forget").invoke(forgetOldKeys);
            return "";
        } catch (NamingException | ReflectiveOperationException e) {
            throw new ServletException(e);
        }
    }

    private String followTheMachine() {
        time.followTheMachine();
        return "";
    }

    private String takeGists() {
        gistTaker.takeWhatIsNew();
        return "";
    }

    /** Every answer that was ever kept, asked again of the version that gave it. */
    private List<String> reproduced() throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select * from mandate_answer");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                MandateRuling again = table.reproduce(row.getInt("table_version"), inputs(row));
                answers.add(String.join(
                        " ",
                        row.getString("case_number"),
                        row.getString("route"),
                        row.getString("rule"),
                        again.route().name(),
                        String.valueOf(again.rule())));
            }
        }
        return answers;
    }

    private static MandateInputs inputs(ResultSet row) throws SQLException {
        return new MandateInputs(
                Level.valueOf(row.getString("level")),
                row.getBoolean("has_proposal"),
                row.getObject("cost", Long.class),
                row.getObject("reversible", Boolean.class),
                row.getInt("unit_count"),
                Outcome.valueOf(row.getString("severity")),
                row.getLong("ledger_left"));
    }

    private String fulfilTwice(UUID id) {
        return undone(() -> {
            Obligation obligation = obligations.find(id).orElseThrow();
            obligations.fulfil(obligation);
            try {
                obligations.fulfil(obligation);
                return "fulfilled twice";
            } catch (IllegalStateException refused) {
                return "refused";
            }
        });
    }

    /** Opens a step's obligation as a timer of the process's own does, and says whether others find the case held. */
    private String opensAsATimerDoes(String caseNumber) {
        return undone(() -> {
            openObligation.handle(caseNumber, ObligationKind.DECIDE, null, "dpo", UUID.randomUUID());
            return CompletableFuture.supplyAsync(() -> isHeld(caseNumber)).join() ? "held" : "free";
        });
    }

    private boolean isHeld(String caseNumber) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select from case_ where number = ? for update skip locked")) {
            query.setString(1, caseNumber);
            try (ResultSet row = query.executeQuery()) {
                return !row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String undone(Supplier<String> work) {
        caller.actAs(Actor.SYSTEM);
        try {
            transaction.begin();
            try {
                return work.get();
            } finally {
                transaction.rollback();
            }
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some text of a case's history was erased. */
    record TextErased(String subject, String text) implements DomainEvent {
        @Override
        public String type() {
            return "case.text-erased.v1";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("erasedTexts", List.of(text));
        }
    }

    private String sayErased(String caseNumber, String text) throws ServletException {
        caller.actAs(Actor.of("maja"));
        try {
            transaction.begin();
            events.publish(List.of(new TextErased(caseNumber, text)));
            transaction.commit();
            return "";
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new ServletException(e);
        }
    }
}

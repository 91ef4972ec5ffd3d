package se.mandat.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills the tables with copies of one case: the domain's rows and the engine's, each copy with ids of its own that fit
 * together as the originals do. The copies' debtors are all who may hold a debt, in turn, except the raiser.
 */
final class Copies {

    private static final String NUMBER = "'M-2026-' || (1000000 + k)";
    private static final String ROOT =
            "(select root_proc_inst_id_ from camunda.act_ru_execution where business_key_ = '%1$s' limit 1)";
    private static final String OF_THE_CASE = "t.root_proc_inst_id_ = " + ROOT;

    private final Database database;

    Copies(Database database) {
        this.database = database;
    }

    /**
     * A table whose rows are copied.
     *
     * @param numbers columns that hold the case's number
     * @param ids columns that hold an id that nobody else has
     * @param where which rows belong to the case {@code %1$s}
     */
    private record Table(String name, Set<String> numbers, Set<String> ids, String where) {}

    private static Table ours(String name, String number, String... ids) {
        return new Table("mandat." + name, Set.of(number), Set.of(ids), "t." + number + " = '%1$s'");
    }

    private static Table engines(String name, Set<String> numbers, String where, String... ids) {
        return new Table("camunda." + name, numbers, Set.of(ids), where);
    }

    /** What To do and Cases are read from. */
    private static final List<String> LISTED = List.of("case_", "customer_voice", "obligation");

    private static final List<Table> TABLES = List.of(
            ours("case_", "number"),
            ours("customer_voice", "case_number", "id"),
            ours("voice_gist", "case_number", "voice"),
            ours("mandate_answer", "case_number", "id"),
            ours("decision", "case_number", "id"),
            ours("obligation", "case_number", "id", "process_id"),
            ours("outbox_message", "case_number", "id"),
            ours("history_entry", "subject"),
            ours("history_text", "subject", "id"),
            ours("history_head", "subject"),
            engines(
                    "act_ru_execution",
                    Set.of("business_key_"),
                    OF_THE_CASE,
                    "id_",
                    "root_proc_inst_id_",
                    "proc_inst_id_",
                    "parent_id_",
                    "super_exec_",
                    "act_inst_id_"),
            engines(
                    "act_ru_variable",
                    Set.of(),
                    "t.proc_inst_id_ in (select proc_inst_id_ from camunda.act_ru_execution where root_proc_inst_id_ = "
                            + ROOT + ")",
                    "id_",
                    "execution_id_",
                    "proc_inst_id_",
                    "var_scope_"),
            engines(
                    "act_hi_procinst",
                    Set.of("business_key_"),
                    OF_THE_CASE,
                    "id_",
                    "proc_inst_id_",
                    "super_process_instance_id_",
                    "root_proc_inst_id_"),
            engines(
                    "act_hi_actinst",
                    Set.of(),
                    OF_THE_CASE,
                    "id_",
                    "parent_act_inst_id_",
                    "proc_inst_id_",
                    "execution_id_",
                    "root_proc_inst_id_",
                    "call_proc_inst_id_"));

    /** Leaves nothing of any case. */
    void clear() {
        database.behindItsBack(
                List.of("truncate " + TABLES.stream().map(Table::name).collect(Collectors.joining(", ")) + " cascade"));
    }

    /** Copies the case, with all that the engine knows of it, once for each number of the range. */
    void everythingOf(String caseNumber, int from, int to) {
        database.behindItsBack(TABLES.stream()
                .map(table -> insert(table, table.name(), caseNumber, from, to))
                .toList());
        vacuum(TABLES.stream().map(Table::name).toList());
    }

    /** Makes the tables that lists are read from in this schema, with so many copies of the case. */
    void lists(String schema, String caseNumber, int copies) {
        database.execute("create schema " + schema);
        for (Table table : TABLES) {
            String name = table.name().substring("mandat.".length());
            if (LISTED.contains(name) && table.name().startsWith("mandat.")) {
                String target = schema + "." + name;
                database.execute("create table " + target + " (like " + table.name() + " including defaults)");
                database.execute("alter table " + target + " owner to mandat");
                database.behindItsBack(List.of(insert(table, target, caseNumber, 1, copies)));
                database.texts("select indexdef from pg_indexes where schemaname = 'mandat' and tablename = '" + name
                                + "'")
                        .forEach(index -> database.execute(index.replace(" ON mandat.", " ON " + schema + ".")));
            }
        }
        vacuum(LISTED.stream().map(name -> schema + "." + name).toList());
    }

    /** Lets the application read its lists from the tables of this schema; its own stand aside meanwhile. */
    void use(String schema) {
        move("mandat", "aside");
        move(schema, "mandat");
    }

    /** Lets the application read its own tables again. */
    void useOwn(String instead) {
        move("mandat", instead);
        move("aside", "mandat");
    }

    private void move(String from, String to) {
        LISTED.forEach(name -> database.execute("alter table " + from + "." + name + " set schema " + to));
    }

    /** As autovacuum would have done in the time in which so many rows come by themselves. */
    private void vacuum(List<String> tables) {
        database.execute("vacuum analyze " + String.join(", ", tables));
    }

    private String insert(Table table, String target, String caseNumber, int from, int to) {
        String[] name = table.name().split("\\.");
        List<String> columns =
                database.texts("select column_name from information_schema.columns where table_schema = '"
                        + name[0] + "' and table_name = '" + name[1]
                        + "' and is_generated = 'NEVER' order by ordinal_position");
        List<String> debtors = debtorsOf(caseNumber);
        String values =
                columns.stream().map(column -> value(table, column, debtors)).collect(Collectors.joining(", "));
        return "insert into " + target + " (" + String.join(", ", columns) + ") select " + values + " from "
                + table.name() + " t, generate_series(" + from + ", " + to + ") k where "
                + table.where().formatted(caseNumber);
    }

    private List<String> debtorsOf(String caseNumber) {
        return database.texts(
                "select username from mandat.person where active and not 'AUDITOR' = any (roles) and username <>"
                        + " (select raised_by from mandat.case_ where number = '" + caseNumber
                        + "') order by username");
    }

    private static String value(Table table, String column, List<String> debtors) {
        if (table.numbers().contains(column)) {
            return "case when t." + column + " is not null then " + NUMBER + " end";
        }
        if (table.ids().contains(column)) {
            String id = "md5(t." + column + " || '/' || k)::uuid";
            return table.name().startsWith("camunda.") ? id + "::text" : id;
        }
        if (table.name().equals("mandat.obligation") && column.equals("debtor")) {
            return "(array['" + String.join("', '", debtors) + "'])[1 + k % " + debtors.size() + "]";
        }
        if (column.equals("arrival")) {
            return "-1000"; // long before all others: nobody looks for what they are about
        }
        return column.equals("due_at") ? "t.due_at - k * interval '1 second'" : "t." + column;
    }
}

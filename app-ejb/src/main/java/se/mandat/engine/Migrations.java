package se.mandat.engine;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings one schema of the database up to date. Each schema keeps its own list of what has been applied, so that the
 * engine's tables and ours move independently.
 */
enum Migrations {
    /** What is ours: the domain's tables. */
    DOMAIN("mandat", "db/migration"),
    /** The engine's tables as its maker ships them, and the indexes that we changed. */
    ENGINE("camunda", "db/engine");

    private final String schema;
    private final String location;

    Migrations(String schema, String location) {
        this.schema = schema;
        this.location = location;
    }

    String schema() {
        return schema;
    }

    /**
     * Applies what is missing. Must not be called within a JTA transaction, as it commits by itself.
     *
     * @throws IllegalStateException when no migrations are found: an archive without them would otherwise start on
     *     whatever tables happen to be there
     */
    void applyTo(DataSource database) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:" + location)
                .failOnMissingLocations(true)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .validateMigrationNaming(true)
                .callbacks(new Unhurried())
                .load();
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No migrations found in " + location);
        }
        flyway.migrate();
    }
}

package se.mandat.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * Before anything else starts: brings the tables up to date and checks that every entity fits them. Whoever needs the
 * database at start depends on this bean by its name.
 *
 * <p>Without a container transaction, since a migration commits by itself. The mapping is checked here and not by the
 * persistence unit, which is started before any bean and therefore before the tables are there.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigrator {

    @Resource(lookup = "java:jboss/datasources/Mandat")
    private DataSource database;

    @PersistenceUnit(unitName = "mandat")
    private EntityManagerFactory entityManagers;

    @PostConstruct
    void migrate() {
        try (StartTurn turn = StartTurn.awaited(database)) {
            for (Migrations migrations : Migrations.values()) {
                migrations.applyTo(database);
            }
        }
        entityManagers.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
    }
}

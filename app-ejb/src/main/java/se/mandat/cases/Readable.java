package se.mandat.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Stream;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Organisation;
import se.mandat.organisation.Person;
import se.mandat.organisation.Unit;

/**
 * Whose words a reader may read: those of a case with a sensitive voice are for the people who have to do with it, the
 * managers above them and auditors; everybody else sees the customer's goal. The same rule
 * as {@link CaseRights#mayReadWhatIsProtected()}, for lists, where the database must tell.
 */
@ApplicationScoped
public class Readable {

    /** True in SQL for a case {@code c} whose texts the reader may read; {@link #by} binds its parameters. */
    public static final String SQL = "(not c.sensitive or :readsAll or c.parties && cast(:circle as text[]))";

    @Inject
    private CallingPerson caller;

    @Inject
    private Directory directory;

    /** Binds the reader to a query that contains {@link #SQL}. */
    public void by(Query query) {
        Person reader = caller.get();
        query.setParameter("readsAll", reader.isAuditor());
        query.setParameter("circle", circle(reader).toArray(String[]::new));
    }

    /** The reader, and everybody above whom they stand. */
    private List<String> circle(Person reader) {
        Organisation organisation = directory.now();
        boolean manages = organisation.units().stream().map(Unit::manager).anyMatch(reader.username()::equals);
        Stream<Person> below = manages
                ? organisation.people().stream()
                        .filter(person -> organisation.above(person).contains(reader))
                : Stream.of();
        return Stream.concat(Stream.of(reader), below)
                .map(Person::username)
                .distinct()
                .toList();
    }
}

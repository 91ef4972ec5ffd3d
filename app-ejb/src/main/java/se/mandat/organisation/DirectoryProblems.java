package se.mandat.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steward's list of what is to be put right in the identity provider. */
@Stateless
@RolesAllowed({"steward", "auditor"})
public class DirectoryProblems {

    @Inject
    private DirectoryTables tables;

    /** What can be wrong. */
    public enum Kind {
        PERSON_WITHOUT_UNIT,
        PERSON_IN_SEVERAL_UNITS,
        UNIT_WITHOUT_MANAGER,
        /** The unit names a manager whom nobody knows or who has left. */
        MANAGER_UNKNOWN,
        NO_DEPUTY,
        /** The root names a deputy whom nobody knows or who has left. */
        DEPUTY_UNKNOWN,
        /** An auditor has no other role. */
        AUDITOR_WITH_OTHER_ROLE,
        /** Nothing can be told by mail. */
        PERSON_WITHOUT_EMAIL
    }

    /**
     * One thing that is wrong.
     *
     * @param person the user name it is about, or null
     * @param units the paths of the units it is about
     */
    public record DirectoryProblem(Kind kind, String person, List<String> units) {}

    /** Everything that is wrong, people first. */
    public List<DirectoryProblem> list() {
        return of(tables.kept());
    }

    static List<DirectoryProblem> of(Register register) {
        List<DirectoryProblem> problems = new ArrayList<>();
        for (Account account : register.accounts().values()) {
            if (account.active()) {
                List<String> units = List.copyOf(account.units());
                if (units.isEmpty()) {
                    problems.add(new DirectoryProblem(Kind.PERSON_WITHOUT_UNIT, account.username(), units));
                } else if (units.size() > 1) {
                    problems.add(new DirectoryProblem(Kind.PERSON_IN_SEVERAL_UNITS, account.username(), units));
                }
                if (account.roles().contains(Role.AUDITOR) && account.roles().size() > 1) {
                    problems.add(new DirectoryProblem(Kind.AUDITOR_WITH_OTHER_ROLE, account.username(), units));
                }
                if (account.email() == null && !units.isEmpty()) {
                    problems.add(new DirectoryProblem(Kind.PERSON_WITHOUT_EMAIL, account.username(), units));
                }
            }
        }
        for (Unit unit : register.units().values()) {
            List<String> path = List.of(unit.path());
            if (unit.manager() == null) {
                problems.add(new DirectoryProblem(Kind.UNIT_WITHOUT_MANAGER, null, path));
            } else if (!works(register, unit.manager())) {
                problems.add(new DirectoryProblem(Kind.MANAGER_UNKNOWN, unit.manager(), path));
            }
            if (unit.parent() == null && register.deputy() == null) {
                problems.add(new DirectoryProblem(Kind.NO_DEPUTY, null, path));
            } else if (unit.parent() == null && !works(register, register.deputy())) {
                problems.add(new DirectoryProblem(Kind.DEPUTY_UNKNOWN, register.deputy(), path));
            }
        }
        return problems;
    }

    private static boolean works(Register register, String username) {
        return Optional.ofNullable(register.accounts().get(username))
                .filter(Account::active)
                .isPresent();
    }
}

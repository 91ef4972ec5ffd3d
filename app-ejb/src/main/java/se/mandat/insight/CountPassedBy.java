package se.mandat.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much has gone past units that have no manager: what a manager would decide, and somebody above decides now. */
@Stateless
public class CountPassedBy {

    @PersistenceContext(unitName = "mandat")
    private EntityManager entityManager;

    /**
     * How many first decisions are open that are the unit's manager's to make.
     *
     * @param units paths of units
     * @return by path; nothing for a unit that has none
     */
    @RolesAllowed("steward")
    public Map<String, Integer> of(Collection<String> units) {
        Map<String, Integer> counts = new HashMap<>();
        if (units.isEmpty()) {
            return counts;
        }
        List<?> rows = entityManager
                .createNativeQuery(
                        """
                        select c.units[1] as unit, cast(count(*) as int) as passed
                        from obligation o
                        join case_ c on c.number = o.case_number
                        where o.state = 'OPEN' and o.leads and o.kind in ('DECIDE', 'APPOINT')
                          and o.concerns = 'PROPOSAL' and c.route = 'MANAGER' and c.units[1] in (:units)
                        group by c.units[1]
                        """,
                        Tuple.class)
                .setParameter("units", units)
                .getResultList();
        for (Object row : rows) {
            Tuple cells = (Tuple) row;
            counts.put(cells.get("unit", String.class), cells.get("passed", Integer.class));
        }
        return counts;
    }
}

package se.mandat.worktime;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The days on which units are closed or open otherwise than the organisation, by the unit's path.
 *
 * @param closed the closing days
 * @param open the eves on which it is open
 */
record UnitDays(Map<String, Set<LocalDate>> closed, Map<String, Set<LocalDate>> open) {

    static UnitDays of(List<ClosingDay> closed, List<OpenEve> open) {
        return new UnitDays(byUnit(closed), byUnit(open));
    }

    private static Map<String, Set<LocalDate>> byUnit(List<? extends UnitDay> days) {
        return days.stream().collect(groupingBy(UnitDay::unitPath, mapping(UnitDay::day, toUnmodifiableSet())));
    }

    /** The calendar of a unit, from that of the unit above. */
    WorkingCalendar calendar(String unitPath, WorkingCalendar above) {
        return above.closedOn(closed.getOrDefault(unitPath, Set.of())).openOn(open.getOrDefault(unitPath, Set.of()));
    }
}

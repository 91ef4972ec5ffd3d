package se.mandat.cases;

import java.util.Map;
import java.util.Set;
import se.mandat.shared.DomainEvent;
import se.mandat.shared.Facts;
import se.mandat.worktime.ClosingDayChange;
import se.mandat.worktime.ClosingDayChange.Moved;

/**
 * A closing day has come or gone, or an eve been opened or closed, and what somebody owes is due at other times: said
 * once, of all of it.
 */
record DueTimesMoved(ClosingDayChange change, Moved moved) implements DomainEvent {

    /** One of the cases on which it is. */
    @Override
    public String subject() {
        return moved.caseNumber();
    }

    @Override
    public String type() {
        return "closing-day.due-times-moved.v1";
    }

    @Override
    public Map<String, Object> facts() {
        return new Facts()
                .with("day", change.day().toString())
                .with("change", change.kind().name())
                .with("moved", moved.moved())
                .asMap();
    }

    @Override
    public Set<String> tells() {
        return Set.of(moved.person());
    }
}

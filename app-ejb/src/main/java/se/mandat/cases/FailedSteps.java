package se.mandat.cases;

import java.util.List;

/** The engine's own work that has failed. */
public interface FailedSteps {

    /** At most so many. */
    List<Incident> list(int limit);

    /** How many there are. */
    long count();

    /**
     * Tries it again at once.
     *
     * @return whether there is such a step
     */
    boolean retry(String id);
}

package se.mandat.cases;

import java.util.Map;

/** The models that run now, for those who want to read them. */
public interface ProcessModels {

    /**
     * The BPMN of the process with its diagram, in the newest version.
     *
     * @param process the process's id, for example {@code case-handling}
     * @throws IllegalArgumentException when there is no such process
     */
    String bpmn(String process);

    /**
     * The DMN of one version of a decision table.
     *
     * @throws IllegalArgumentException when there never was such a version
     */
    String dmn(String table, int version);

    /** The newest version of every process, by the process's id. */
    Map<String, Integer> processVersions();

    /** The newest version of every decision table, by the table's id. */
    Map<String, Integer> tableVersions();
}

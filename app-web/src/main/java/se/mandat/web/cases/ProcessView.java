package se.mandat.web.cases;

/**
 * A process that cases follow.
 *
 * @param model the address of its BPMN
 */
public record ProcessView(String id, int version, String model, ProcessInWords words) {}

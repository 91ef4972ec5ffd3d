package violations.mandat.web.engine;

/** Stands for the engine, which the pages have not even on their class path. */
public class Engine {}

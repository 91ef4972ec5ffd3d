package violations.mandat.web.cases;

import violations.mandat.web.engine.Engine;

public class AsksTheEngine {
    public Engine engine;
}

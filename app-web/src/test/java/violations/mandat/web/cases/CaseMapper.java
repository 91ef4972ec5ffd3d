package violations.mandat.web.cases;

import violations.mandat.web.platform.KnowsTooMuch;

public class CaseMapper {
    public KnowsTooMuch cycle;
}

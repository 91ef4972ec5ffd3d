package violations.mandat.web.platform;

import violations.mandat.web.cases.CaseMapper;

public class KnowsTooMuch {
    public CaseMapper page;
}

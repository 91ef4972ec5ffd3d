package violations.mandat.history;

import violations.mandat.cases.UseCase;

public class Curious {
    public UseCase other;
}

package violations.mandat.worktime;

import violations.mandat.cases.UseCase;

public class LooksUp {
    public UseCase up;
}

package violations.mandat.cases;

import violations.mandat.worktime.LooksUp;

public class UseCase {
    public LooksUp cycle;

    public void handle() {}
}

package violations.mandat.web.cases;

import jakarta.transaction.Transactional;

public class OwnTransactionOfAMethod {
    @Transactional
    public void show() {}
}

package violations.mandat.cases;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

public class OwnTransactionOfAMethod {
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void handle() {}
}

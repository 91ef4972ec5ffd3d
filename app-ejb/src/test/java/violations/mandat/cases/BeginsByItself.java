package violations.mandat.cases;

import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class BeginsByItself {}

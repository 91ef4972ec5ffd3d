package violations.mandat.web.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

@Stateless
@RolesAllowed("employee")
public class AlsoAUseCase {}

package violations.mandat.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

@Stateless
public class HalfOpen {
    @RolesAllowed("employee")
    public void declared() {}

    public void forgotten() {}
}

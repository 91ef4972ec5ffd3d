package violations.mandat.cases;

import jakarta.ejb.Stateless;

@Stateless
public class OpenToAll {
    public void handle() {}
}

package violations.mandat.web.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Kept {
    @Id
    public String id;
}

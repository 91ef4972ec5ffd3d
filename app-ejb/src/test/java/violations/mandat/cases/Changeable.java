package violations.mandat.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Changeable {
    @Id
    private String name;

    protected Changeable() {}

    public String name() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    public void rename(String other) {
        name = other;
    }

    public void renameThroughAnother(String other) {
        change(other);
    }

    private void change(String other) {
        name = other;
    }
}

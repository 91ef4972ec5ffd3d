package violations.mandat.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@Entity
public class Changeable {
    @Id
    private String name;

    private final List<String> others = new ArrayList<>();
    private final Map<String, String> reasons = new HashMap<>();

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

    public void alsoCalled(String other) {
        others.add(other);
    }

    public void forget() {
        clear();
    }

    private void clear() {
        reasons.clear();
    }

    public List<String> names() {
        return Stream.concat(Stream.of(name), others.stream()).toList();
    }

    private void change(String other) {
        name = other;
    }
}

package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.mandat.organisation.Directory;
import se.mandat.organisation.Person;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Words;

/** The people and units that a form offers to choose from. */
@ApplicationScoped
public class Choices {

    @Inject
    private Directory directory;

    @Inject
    private Names names;

    /** Everybody who may carry something out, by name. */
    public List<Choice> people() {
        return directory.now().people().stream()
                .filter(Person::active)
                .filter(person -> !person.isAuditor())
                .map(person -> new Choice(
                        person.username(),
                        person.unit() == null ? person.name() : person.name() + ", " + names.unit(person.unit())))
                .sorted(byLabel())
                .toList();
    }

    /** Every unit, by name, the given one first. */
    public List<Choice> units(String first) {
        List<Choice> units = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        directory.now().units().forEach(unit -> (unit.path().equals(first) ? units : others)
                .add(new Choice(unit.path(), unit.name())));
        others.sort(byLabel());
        units.addAll(others);
        return units;
    }

    private static Comparator<Choice> byLabel() {
        Collator swedish = Collator.getInstance(Locale.of(Words.SWEDISH.getLanguage(), "SE"));
        return Comparator.comparing(Choice::label, swedish::compare);
    }
}

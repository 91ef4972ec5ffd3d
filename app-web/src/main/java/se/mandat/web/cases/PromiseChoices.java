package se.mandat.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import se.mandat.organisation.Directory;
import se.mandat.promise.ListPromises;
import se.mandat.promise.ListPromises.View;
import se.mandat.web.platform.Names;
import se.mandat.web.platform.Spoken;

/** The promises to customers that a form offers to choose from. */
@ApplicationScoped
class PromiseChoices {

    private static final int LONGEST = 100;

    @Inject
    private ListPromises listPromises;

    @Inject
    private Directory directory;

    @Inject
    private Names names;

    /**
     * Those in force, and the chosen one whatever has become of it.
     *
     * @param unit path of the reader's unit, whose customers' promises come first; null when they have none
     * @param chosen the id of the chosen one; null when none is
     */
    List<Choice> inForce(String unit, String chosen, Spoken t) {
        Predicate<View> concernsOthers = promise -> unit == null || !(unit + "/").startsWith(promise.unit() + "/");
        return listPromises.handle().stream()
                .filter(promise -> promise.isInForce() || promise.id().equals(chosen))
                .sorted(Comparator.comparing(concernsOthers::test))
                .map(promise -> choice(promise, t))
                .toList();
    }

    /** All, those in force first. */
    List<Choice> all(Spoken t) {
        return listPromises.handle().stream().map(promise -> choice(promise, t)).toList();
    }

    private Choice choice(View promise, Spoken t) {
        String text = RaisePages.beginning(promise.text(), LONGEST);
        boolean everybodys = promise.unit().equals(directory.now().root().path());
        String label =
                everybodys ? text : t.say("promise.of-unit", "promise", text, "unit", names.unit(promise.unit()));
        return new Choice(promise.id(), promise.isInForce() ? label : t.say("promise.no-longer", "promise", label));
    }
}

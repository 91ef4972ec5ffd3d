package se.mandat.web.cases;

import java.util.List;
import se.mandat.shared.MandatException;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.shared.Problem;

/** A body that is, as a whole, what a command knows as one of its parts: its fields are named as they were sent. */
final class SentFlat {

    private SentFlat() {}

    /**
     * Carries the command out.
     *
     * @param part what the command calls the body, {@code customerVoice}
     * @throws MandatException naming {@code words} where the command says {@code customerVoice.words}
     */
    static void as(String part, Runnable command) {
        try {
            command.run();
        } catch (MandatException refused) {
            throw refused.problem() == Problem.INVALID && !refused.errors().isEmpty()
                    ? MandatException.invalid(renamed(refused.errors(), part + "."))
                    : refused;
        }
    }

    private static List<FieldError> renamed(List<FieldError> errors, String prefix) {
        return errors.stream()
                .map(error -> error.field().startsWith(prefix)
                        ? new FieldError(error.field().substring(prefix.length()), error.key(), error.arguments())
                        : error)
                .toList();
    }
}

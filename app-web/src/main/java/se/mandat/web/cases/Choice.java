package se.mandat.web.cases;

/** One of the answers to choose from. */
public record Choice(String value, String label, String hint) {

    public Choice(String value, String label) {
        this(value, label, null);
    }
}

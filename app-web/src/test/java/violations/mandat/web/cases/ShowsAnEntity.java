package violations.mandat.web.cases;

public class ShowsAnEntity {
    public Kept kept;
}

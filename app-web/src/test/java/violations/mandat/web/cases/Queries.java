package violations.mandat.web.cases;

import javax.sql.DataSource;

public class Queries {
    public DataSource database;
}

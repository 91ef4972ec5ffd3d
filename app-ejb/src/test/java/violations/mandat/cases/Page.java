package violations.mandat.cases;

import jakarta.ws.rs.GET;

public class Page {
    @GET
    public String page() {
        return "";
    }
}

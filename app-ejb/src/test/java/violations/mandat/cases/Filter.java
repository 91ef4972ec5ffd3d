package violations.mandat.cases;

import jakarta.servlet.http.HttpServletRequest;

public class Filter {
    public HttpServletRequest request;
}

package se.mandat.bench.inside;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import se.mandat.cases.KeepDeadlines;

/** {@code GET /bench/drain?until=…} lets all happen that is due by then, and answers how many nanoseconds that took. */
@WebServlet("/drain")
public class DrainServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient KeepDeadlines deadlines;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long begin = System.nanoTime();
        deadlines.runUntil(Instant.parse(request.getParameter("until")));
        response.setContentType("text/plain");
        response.getWriter().print(System.nanoTime() - begin);
    }
}

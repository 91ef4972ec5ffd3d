package se.mandat.bench.inside;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /bench/times?what=RAISE&calls=100} answers the nanoseconds of each call, a line each. */
@WebServlet("/times")
public class TimedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Timed timed;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        for (long nanos : timed.times(
                Timed.What.valueOf(request.getParameter("what")), Integer.parseInt(request.getParameter("calls")))) {
            response.getWriter().println(nanos);
        }
    }
}

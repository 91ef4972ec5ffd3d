package se.mandat.web.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever a page or a call threw: a page to a person, a problem document to a program. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Inject
    private Problems problems;

    @Inject
    private ErrorPages pages;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        ProblemDocument problem = problems.of(failure, ReaderLanguage.of(request));
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter());
        }
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() == 405) {
            answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return Addresses.isApi(request)
                ? answer.type(ProblemDocument.MEDIA_TYPE).entity(problem).build()
                : answer.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .entity(pages.page(problem, request))
                        .build();
    }
}

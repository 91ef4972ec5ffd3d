package se.mandat.web.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** How the API is used: as an OpenAPI document for programs, and the same as a page for people. */
@Path("/api/v1")
@RequestScoped
public class ApiDescription {

    private static final byte[] DOCUMENT = document();
    private static final ApiView VIEW = ApiView.of(parse());

    @Inject
    private Frames frames;

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response describe() {
        return Response.ok(DOCUMENT).header("Access-Control-Allow-Origin", "*").build();
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Page describeForPeople(@Context HttpServletRequest request) {
        return Page.of("api", "frame", frames.frame(request, ""), "api", VIEW);
    }

    static JsonNode parse() {
        try {
            return new ObjectMapper().readTree(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] document() {
        try (InputStream file = ApiDescription.class.getResourceAsStream("openapi.json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

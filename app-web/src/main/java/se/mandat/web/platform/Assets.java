package se.mandat.web.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that pages are made with. With the start of its content's hash before its name ({@code
 * /assets/1f2e3d4c5b6a/mandat.css}) a file may be kept for ever; without, the browser asks whether it has changed.
 */
@Path("/assets")
@RequestScoped
public class Assets {

    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();
    private static final int HASH_LETTERS = 12;
    private static final String FOLDER = "/assets/";
    private static final String HTMX_NAME = "htmx.min.js";

    private record Asset(byte[] content, String hash, String type) {}

    @GET
    @Path("{hash: [0-9a-f]{12}}/{name: [A-Za-z0-9][A-Za-z0-9._/-]*}")
    public Response kept(@PathParam("hash") String hash, @PathParam("name") String name, @Context Request request) {
        Asset asset = asset(name);
        return asset.hash.equals(hash)
                ? Response.ok(asset.content, asset.type)
                        .header("Cache-Control", "public, max-age=31536000, immutable")
                        .build()
                : checked(asset, request);
    }

    @GET
    @Path("{name: [A-Za-z0-9][A-Za-z0-9._/-]*}")
    public Response checked(@PathParam("name") String name, @Context Request request) {
        return checked(asset(name), request);
    }

    /**
     * The address of this file for a page: the one under which it may be kept for ever, where files have been read at
     * start.
     */
    public static String address(String name) {
        Asset asset = KNOWN.get(name);
        return asset == null ? "/assets/" + name : "/assets/" + asset.hash + "/" + name;
    }

    /** Reads every file once, so that pages know their addresses. */
    static void readAll(ServletContext war) {
        read(war, HTMX_NAME);
        for (String path : war.getResourcePaths(FOLDER)) {
            if (!path.endsWith("/")) {
                read(war, path.substring(FOLDER.length()));
            }
        }
    }

    private static Response checked(Asset asset, Request request) {
        EntityTag tag = new EntityTag(asset.hash);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(asset.content, asset.type))
                .tag(tag)
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    /** Only what was there at start is served: no address leads anywhere else. */
    private static Asset asset(String name) {
        Asset asset = KNOWN.get(name);
        if (asset == null) {
            throw new NotFoundException();
        }
        return asset;
    }

    private static void read(ServletContext war, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return;
        }
        try (InputStream file = name.equals(HTMX_NAME)
                ? Assets.class.getClassLoader().getResourceAsStream(HTMX)
                : war.getResourceAsStream(FOLDER + name)) {
            byte[] content = file.readAllBytes();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, HASH_LETTERS);
            KNOWN.put(name, new Asset(content, hash, type));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

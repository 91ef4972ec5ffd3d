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

    private record Asset(byte[] content, String hash, String type) {}

    @Context
    private ServletContext war;

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

    /** The address under which this file may be kept for ever, for a page. */
    public String address(String name) {
        return "/assets/" + asset(name).hash + "/" + name;
    }

    private static Response checked(Asset asset, Request request) {
        EntityTag tag = new EntityTag(asset.hash);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(asset.content, asset.type))
                .tag(tag)
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    private Asset asset(String name) {
        Asset asset = KNOWN.get(name);
        if (asset == null) {
            asset = read(name);
            KNOWN.put(name, asset);
        }
        return asset;
    }

    private Asset read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || name.contains("..")) {
            throw new NotFoundException();
        }
        try (InputStream file = name.equals("htmx.min.js")
                ? Assets.class.getClassLoader().getResourceAsStream(HTMX)
                : war.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                throw new NotFoundException();
            }
            byte[] content = file.readAllBytes();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, HASH_LETTERS);
            return new Asset(content, hash, type);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

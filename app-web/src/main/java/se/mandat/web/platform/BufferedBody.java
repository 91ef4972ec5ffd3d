package se.mandat.web.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body of a call, read as a whole, so that its size is known before anything else about it, however it is sent.
 */
final class BufferedBody extends HttpServletRequestWrapper {

    /** Where the bytes are kept for those who need them again. */
    static final String ATTRIBUTE = BufferedBody.class.getName();

    static final int MOST_BYTES = 64 * 1024;

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private final byte[] bytes;

    private BufferedBody(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /**
     * Reads the body.
     *
     * @throws Refused as {@link Refusal#TOO_LARGE}, {@link Refusal#NOT_JSON}, or {@link Refusal#MALFORMED} when it ends too early
     */
    static BufferedBody read(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        byte[] bytes = bytes(request);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        String type = request.getContentType();
        if (type == null ? bytes.length > 0 : !isJson(type)) {
            throw new Refused(Refusal.NOT_JSON);
        }
        request.setAttribute(ATTRIBUTE, bytes);
        return new BufferedBody(request, bytes);
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            // whoever sent it has hung up in the middle of it, which is no fault of ours
            Refused half = new Refused(Refusal.MALFORMED);
            half.initCause(e);
            throw half;
        }
    }

    private static Refused tooLarge() {
        return new Refused(Refusal.TOO_LARGE, "problem.too-large", Map.of("kilobytes", MOST_BYTES / 1024), List.of());
    }

    /** JSON in UTF-8: no other parameter means anything to us, but another character set does. */
    static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        if (!parts[0].strip().equals(JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    /** Who sends nothing need not say of which kind it is. */
    @Override
    public String getContentType() {
        return super.getContentType() == null ? JSON : super.getContentType();
    }

    @Override
    public String getHeader(String name) {
        return name.equalsIgnoreCase(CONTENT_TYPE) ? getContentType() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(CONTENT_TYPE)
                ? Collections.enumeration(List.of(getContentType()))
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        if (names.stream().noneMatch(CONTENT_TYPE::equalsIgnoreCase)) {
            names.add(CONTENT_TYPE);
        }
        return Collections.enumeration(names);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replay(new ByteArrayInputStream(bytes));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("calls are answered synchronously");
        }
    }
}

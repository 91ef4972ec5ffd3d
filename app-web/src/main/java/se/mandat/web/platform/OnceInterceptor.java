package se.mandat.web.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.regex.Pattern;

/** Carries {@link OncePerKey} out. */
@OncePerKey
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class OnceInterceptor {

    /** The header of a call. */
    public static final String HEADER = "Idempotency-Key";

    /** The hidden field of a form. */
    public static final String FIELD = "once";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Inject
    private Once once;

    @Inject
    private HttpServletRequest request;

    @AroundInvoke
    Object carryOut(InvocationContext method) throws Exception {
        if (!method.getMethod().isAnnotationPresent(POST.class)) {
            return method.proceed();
        }
        String key = key();
        if (key == null) {
            return once.together(method::proceed);
        }
        if (!KEY.matcher(key).matches()) {
            throw Refused.malformed(Addresses.isApi(request) ? HEADER : FIELD, "error.key");
        }
        return once.answer(
                new Once.Asked(request.getUserPrincipal().getName(), Addresses.path(request), key, fingerprint()),
                () -> (Response) method.proceed());
    }

    private String key() {
        if (Addresses.isApi(request)) {
            return request.getHeader(HEADER);
        }
        String key = request.getParameter(FIELD);
        return key == null || key.isEmpty() ? null : key;
    }

    private byte[] fingerprint() {
        return request.getAttribute(BufferedBody.ATTRIBUTE) instanceof byte[] body
                ? Fingerprint.of(body)
                : Fingerprint.of((Map<String, String[]>) request.getParameterMap());
    }
}

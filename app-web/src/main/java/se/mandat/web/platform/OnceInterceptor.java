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
import java.util.Optional;
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
        OncePerKey says = method.getMethod().getDeclaringClass().getAnnotation(OncePerKey.class);
        if (!method.getMethod().isAnnotationPresent(POST.class) || says != null && !says.inOneTransaction()) {
            return method.proceed();
        }
        Optional<Once.Asked> asked = asked(request);
        return asked.isPresent()
                ? once.answer(asked.get(), () -> (Response) method.proceed())
                : once.together(method::proceed);
    }

    /**
     * Who asks for what under which key; empty when there is no key.
     *
     * @throws Refused as {@link Refusal#MALFORMED} when it is no key
     */
    static Optional<Once.Asked> asked(HttpServletRequest request) {
        String key = key(request);
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refused.malformed(Addresses.isApi(request) ? HEADER : FIELD, "error.key");
        }
        return Optional.of(new Once.Asked(
                request.getUserPrincipal().getName(), Addresses.path(request), key, fingerprint(request)));
    }

    private static String key(HttpServletRequest request) {
        if (Addresses.isApi(request)) {
            return request.getHeader(HEADER);
        }
        String key = request.getParameter(FIELD);
        return key == null || key.isEmpty() ? null : key;
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        return request.getAttribute(BufferedBody.ATTRIBUTE) instanceof byte[] body
                ? Fingerprint.of(body)
                : Fingerprint.of((Map<String, String[]>) request.getParameterMap());
    }
}

package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Addresses and form fields hold no characters that no text may have. */
final class Parameters {

    private Parameters() {}

    /**
     * Refuses a path, a query or a form with a control character other than tab and newline.
     *
     * @throws Refused as {@link Refusal#MALFORMED}
     */
    static void check(HttpServletRequest request) {
        if (!Characters.areAllowed(Addresses.path(request))) {
            throw Refused.malformed("", "error.json.control");
        }
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!Characters.areAllowed(parameter.getKey())) {
                throw Refused.malformed("", "error.json.control");
            }
            for (String value : parameter.getValue()) {
                if (!Characters.areAllowed(Characters.withPlainLineEnds(value))) {
                    throw Refused.malformed(parameter.getKey(), "error.json.control");
                }
            }
        }
    }
}

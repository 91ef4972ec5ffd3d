package se.mandat.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import se.mandat.organisation.DirectoryReader;

/** Whoever logs in must be somebody in the organisation, and may be new since it was last read. */
@ApplicationScoped
public class Members {

    static final String ROLE = "employee";

    @Inject
    private DirectoryReader reader;

    /**
     * Refuses who may not use Mandat at all.
     *
     * @throws Refused as {@link Refusal#ROLE_FORBIDDEN} or {@link Refusal#UNKNOWN_PERSON}
     */
    void check(String username, HttpServletRequest request) {
        if (!request.isUserInRole(ROLE)) {
            throw new Refused(Refusal.ROLE_FORBIDDEN);
        }
        if (!reader.welcome(username)) {
            throw new Refused(
                    Refusal.UNKNOWN_PERSON, "problem.unknown-person", Map.of("username", username), List.of());
        }
    }
}

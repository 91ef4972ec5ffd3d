package se.mandat.web.platform;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal as RFC 9457 says it, in the reader's language.
 *
 * @param whose user name of whoever may do what this caller may not, or null
 * @param incident what to quote to the one who runs Mandat; only with status 500
 * @param retryAfter after how many seconds it is worth trying again, or null; told in a header
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String whose,
        String incident,
        List<FieldMessage> errors,
        @JsonIgnore Refusal refusal,
        @JsonIgnore Integer retryAfter) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field; {@code field} is its path in what was sent, {@code proposal.units[0]}. */
    public record FieldMessage(String field, String message) {}
}

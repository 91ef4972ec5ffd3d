package se.mandat.web.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.mandat.cases.ReadVersion;

/**
 * Which version of a case a command's author had read: {@code If-Match: "12"}.
 *
 * <p>{@code *} means that the command holds whatever else has happened. A weak tag, or one of something else, matches
 * nothing.
 */
public final class IfMatch {

    /** A version that nothing ever has. */
    private static final long NEVER = Long.MIN_VALUE;

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private IfMatch() {}

    /** The entity tag of this version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version in the header, which may be null.
     *
     * @throws Refused as {@link Refusal#MALFORMED} when it is not one entity tag
     */
    public static ReadVersion version(String header) {
        if (header == null) {
            return ReadVersion.MISSING;
        }
        if (header.strip().equals("*")) {
            return ReadVersion.ANY;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Refused.malformed("If-Match", "error.if-match");
        }
        boolean ours = tag.group(1) == null && VERSION.matcher(tag.group(2)).matches();
        return ReadVersion.of(ours ? Long.parseLong(tag.group(2)) : NEVER);
    }
}

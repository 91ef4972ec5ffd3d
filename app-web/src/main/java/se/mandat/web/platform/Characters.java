package se.mandat.web.platform;

/** Which characters a text may be made of, whoever sends it and by which way. */
final class Characters {

    private Characters() {}

    /** Forms and some programs end a line with two characters; everything behind this door has one. */
    static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /** True unless there is a control character other than tab and newline, or half of a character. */
    static boolean areAllowed(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            boolean control = Character.isISOControl(character) && character != '\t' && character != '\n';
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            if (control || half) {
                return false;
            }
            at += Character.charCount(character);
        }
        return true;
    }
}

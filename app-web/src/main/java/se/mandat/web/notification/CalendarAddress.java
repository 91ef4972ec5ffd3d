package se.mandat.web.notification;

/** Where a calendar is read. */
final class CalendarAddress {

    private CalendarAddress() {}

    /** @param token the secret part of it */
    static String of(String token) {
        return System.getProperty("mandat.url", "").replaceFirst("/$", "") + "/calendar/" + token + ".ics";
    }
}

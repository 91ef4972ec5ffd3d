package se.mandat.web.notification;

import java.time.Instant;

/**
 * What the reader has chosen.
 *
 * @param choice {@code AT_ONCE} or {@code DIGEST}
 * @param email where mail reaches the reader, or null
 * @param mailIsSent whether this installation sends mail at all
 * @param calendarSince since when the reader's calendar has a link; null when it has none
 * @param link the link that was just made, shown this once; else null
 */
public record SettingsView(String choice, String email, boolean mailIsSent, Instant calendarSince, String link) {}

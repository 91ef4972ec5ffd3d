package se.mandat.notification;

import java.util.UUID;

/**
 * A mail that is being sent.
 *
 * @param recipient the user name
 * @param messageId the same however often it is sent, {@code <…@mandat.example>}
 * @param tries how often it has been tried, this time included
 */
public record Mail(UUID id, String recipient, String messageId, boolean urgent, int tries) {}

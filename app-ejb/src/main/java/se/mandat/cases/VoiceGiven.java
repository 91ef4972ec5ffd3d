package se.mandat.cases;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import se.mandat.shared.Outcome;
import se.mandat.shared.Text;

/**
 * What a customer said, as written down by whoever met the customer.
 *
 * @param occurredOn the day in Stockholm on which it happened, or null
 * @param sensitive true keeps the words from everybody but those who have to do with the case
 * @param contact how to reach the customer, or null; kept apart from the case
 */
public record VoiceGiven(
        @Text(required = true) String words,
        @Text(required = true, max = 500) String goal,
        @NotNull(message = "error.required") Outcome outcome,
        @NotAfterToday LocalDate occurredOn,
        @Text String channel,
        Boolean wantsReply,
        @Text(max = 500) String contact,
        Boolean sensitive) {

    boolean isSensitive() {
        return Boolean.TRUE.equals(sensitive);
    }

    boolean hasContact() {
        return contact != null && !contact.isBlank();
    }
}

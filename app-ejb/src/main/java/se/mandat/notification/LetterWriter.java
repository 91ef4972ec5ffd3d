package se.mandat.notification;

/** Puts a letter into the recipient's words; answered by the pages, which know how Mandat speaks. */
public interface LetterWriter {

    /** A letter as it is sent, saying the same in plain text and in HTML. */
    record Written(String subject, String text, String html) {}

    /** @throws IllegalStateException when there are no words for it */
    Written write(Letter letter);
}

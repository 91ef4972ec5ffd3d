package se.mandat.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.UUID;

/** What a person wrote, beside the chain, so that it can be erased. */
@Entity
@IdClass(HistoryText.Key.class)
@Table(name = "history_text")
public class HistoryText {

    /** A text of a subject. */
    public record Key(String subject, UUID id) implements Serializable {}

    @Id
    private String subject;

    @Id
    private UUID id;

    private byte[] salt;

    @Column(columnDefinition = "text")
    private String content;

    protected HistoryText() {}

    HistoryText(String subject, StoredText text) {
        this.subject = subject;
        this.id = text.id();
        this.salt = HexFormat.of().parseHex(text.salt());
        this.content = text.content();
    }

    StoredText stored() {
        return new StoredText(id, salt == null ? null : HexFormat.of().formatHex(salt), content);
    }
}

package se.mandat.web.insight;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.mandat.web.platform.Spoken;

/** The changes as an Atom feed (RFC 4287) in the reader's language. */
final class ChangeFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String home;
    private final String self;
    private final String page;
    private final Spoken t;

    /**
     * A feed at {@code self} that says the same as the page at {@code page}; both are paths.
     *
     * @param home the address of Mandat, {@code https://mandat.example}
     */
    ChangeFeed(String home, String self, String page, Spoken t) {
        this.home = home;
        this.self = home + self;
        this.page = home + page;
        this.t = t;
    }

    /** The document in UTF-8, the newest change first. */
    byte[] write(List<ChangesView.Row> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", t.language());
            text(xml, "id", self);
            text(xml, "title", t.say("changes.title"));
            text(xml, "subtitle", t.say("changes.lead"));
            link(xml, "self", self);
            link(xml, "alternate", page);
            text(
                    xml,
                    "updated",
                    moment(
                            changes.isEmpty()
                                    ? Instant.EPOCH
                                    : changes.getFirst().at()));
            xml.writeStartElement("author");
            text(xml, "name", "Mandat");
            xml.writeEndElement();
            for (ChangesView.Row change : changes) {
                entry(xml, change);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed cannot be written", e);
        }
        return out.toByteArray();
    }

    private void entry(XMLStreamWriter xml, ChangesView.Row change) throws XMLStreamException {
        String address = home + "/cases/" + change.number();
        xml.writeStartElement("entry");
        text(xml, "id", address);
        text(xml, "title", change.quote() == null ? change.goal() : change.quote());
        link(xml, "alternate", address);
        text(xml, "updated", moment(change.at()));
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", printable(change.unit()));
        text(xml, "summary", summary(change));
        xml.writeEndElement();
    }

    private String summary(ChangesView.Row change) {
        StringBuilder said = new StringBuilder(t.say("cases.wanted", "goal", change.goal()));
        if (change.changed() != null) {
            said.append('\n').append(t.say("changes.changed")).append(": ").append(change.changed());
        }
        if (change.evidence() != null) {
            said.append('\n')
                    .append(t.one("evidence", change.evidenceKind()))
                    .append(": ")
                    .append(change.evidence());
        }
        if (change.learned() != null) {
            said.append('\n').append(t.say("changes.learned")).append(": ").append(change.learned());
        }
        return said.toString();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Without the few characters that a text may have and XML may not. */
    private static String printable(String text) {
        return text.codePoints()
                .map(character -> character == 0xFFFE || character == 0xFFFF ? 0xFFFD : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package se.mandat.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.mandat.web.platform.Spoken;
import se.mandat.web.platform.Words;

class ChangeFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant CLOSED = Instant.parse("2026-11-20T14:40:12.345Z");

    private static ChangesView.Row change(String quote, String changed, String evidence) {
        return new ChangesView.Row(
                "M-2026-0377",
                quote,
                "Veta när vattnet kommer",
                changed,
                "CUSTOMER_SAID",
                evidence,
                evidence == null ? null : "Att säga till i tid",
                "Vatten & avlopp",
                "Ola Vik",
                "Noor Ali",
                CLOSED);
    }

    private static Document feed(ChangesView.Row... changes) throws Exception {
        Spoken t = new Spoken(Words.in(Words.SWEDISH), CLOSED);
        byte[] xml = new ChangeFeed("https://mandat.example", "/changes.atom?unit=vatten", "/changes?unit=vatten", t)
                .write(List.of(changes));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Document feed, String element) {
        NodeList found = feed.getElementsByTagNameNS(ATOM, element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void theCustomersWordsAreTheHeadlineWhateverCharactersTheyAreMadeOf() throws Exception {
        String words = "<b>”Ingen” & \uFFFF سألوني 🛏️</b>";

        assertThat(texts(feed(change(words, "Ett sms", "Hon visste")), "title"))
                .containsExactly("Förändringar tack vare kunder", words.replace('\uFFFF', '\uFFFD'));
    }

    @Test
    void itHasWhatAReaderOfFeedsNeeds() throws Exception {
        Document feed = feed(change("Inget vatten", "Ett sms", "Hon visste"));

        assertThat(feed.getDocumentElement().getLocalName()).isEqualTo("feed");
        assertThat(feed.getDocumentElement().getAttribute("xml:lang")).isEqualTo("sv");
        assertThat(texts(feed, "id"))
                .containsExactly(
                        "https://mandat.example/changes.atom?unit=vatten", "https://mandat.example/cases/M-2026-0377");
        assertThat(texts(feed, "updated")).containsExactly("2026-11-20T14:40:12Z", "2026-11-20T14:40:12Z");
        assertThat(texts(feed, "name")).containsExactly("Mandat");
        NodeList links = feed.getElementsByTagNameNS(ATOM, "link");
        assertThat(IntStream.range(0, links.getLength()).mapToObj(i -> (Element) links.item(i)))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .containsExactly(
                        "self https://mandat.example/changes.atom?unit=vatten",
                        "alternate https://mandat.example/changes?unit=vatten",
                        "alternate https://mandat.example/cases/M-2026-0377");
    }

    @Test
    void whatWasChangedAndHowItIsKnownStandsInTheSummary() throws Exception {
        assertThat(texts(feed(change("Inget vatten", "Ett sms till gatan", "Hon visste")), "summary"))
                .singleElement()
                .asString()
                .contains(
                        "Ett sms till gatan",
                        "Det här lärde vi oss: Att säga till i tid",
                        "Kunden sade det: Hon visste",
                        "Veta när vattnet kommer");
    }

    @Test
    void aSensitiveCaseIsKnownByItsGoal() throws Exception {
        Document feed = feed(change(null, null, null));

        assertThat(texts(feed, "title")).contains("Veta när vattnet kommer");
        assertThat(texts(feed, "summary")).singleElement().asString().doesNotContain("null", "Kunden sade");
    }

    @Test
    void whereNothingIsConfirmedYetTheFeedIsEmpty() throws Exception {
        assertThat(texts(feed(), "entry")).isEmpty();
        assertThat(texts(feed(), "updated")).hasSize(1);
    }
}
